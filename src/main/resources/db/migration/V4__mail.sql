create table outbox_mail (
    id uuid primary key,
    recipient varchar(254) not null,
    subject varchar(500) not null,
    body varchar(100000) not null,
    language varchar(35) not null,
    about_kind varchar(40) not null,
    about_id uuid not null,
    secret varchar(500),
    message_id varchar(200) not null unique,
    state varchar(20) not null,
    attempts integer not null,
    created_at timestamp with time zone not null,
    first_attempt_at timestamp with time zone,
    -- Null once nothing is to be done any more, so that the index holds what is due and little else.
    next_attempt_at timestamp with time zone,
    sent_at timestamp with time zone,
    last_problem varchar(500)
);

create index outbox_mail_due on outbox_mail (next_attempt_at);
create index outbox_mail_about on outbox_mail (about_kind, about_id, created_at);
create index outbox_mail_newest on outbox_mail (created_at);
create index outbox_mail_state on outbox_mail (state, created_at);

create table outbox_attachment (
    mail_id uuid not null references outbox_mail (id),
    ordinal integer not null,
    file_name varchar(200) not null,
    media_type varchar(100) not null,
    sha256 varchar(64) not null,
    primary key (mail_id, ordinal)
);
