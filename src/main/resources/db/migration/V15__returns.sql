-- mail: the mailboxes that are read
create table mailbox (
    -- a processor's code, or "all" for the installation's
    name varchar(60) primary key,
    uid_validity bigint not null,
    -- All mails up to this one are recorded.
    last_uid bigint not null,
    next_poll_at timestamp with time zone not null,
    succeeded_at timestamp with time zone,
    failures integer not null,
    -- How many are still to be fetched.
    remaining integer not null,
    problem_key varchar(200),
    problem_detail varchar(200)
);

-- mail: what came in
create table intake_mail (
    id uuid primary key,
    mailbox varchar(60) not null,
    uid_validity bigint not null,
    uid bigint not null,
    fingerprint varchar(64) not null,
    message_id varchar(500) not null,
    sender varchar(254) not null,
    subject varchar(300) not null,
    body varchar(10000) not null,
    byte_count bigint not null,
    kind varchar(20) not null,
    state varchar(20) not null,
    arrived_at timestamp with time zone not null,
    reason_key varchar(200),
    reason_detail varchar(200),
    -- The mail of ours that it answers, or tells the fate of.
    outbox_id varchar(36),
    about_kind varchar(40),
    about_id varchar(36),
    processor_id varchar(36),
    -- Whether it has been moved to the mailbox's folder for what is done.
    moved boolean not null,
    handled_at timestamp with time zone,
    handled_by varchar(200),
    remark varchar(1000),
    version bigint not null,
    -- Two instances that fetch the same mail keep it once.
    unique (mailbox, uid_validity, uid)
);

create index intake_mail_by_state on intake_mail (state, arrived_at);
create index intake_mail_by_fingerprint on intake_mail (fingerprint);
create index intake_mail_to_move on intake_mail (mailbox, moved, state);
create index intake_mail_about on intake_mail (about_kind, about_id);

create table intake_file (
    mail_id uuid not null references intake_mail (id),
    ordinal integer not null,
    file_name varchar(200) not null,
    media_type varchar(100) not null,
    sha256 varchar(64) not null,
    file_size bigint not null,
    primary key (mail_id, ordinal)
);

-- contract: files that came back
create table returned_file (
    id uuid primary key,
    contract_id uuid not null references contract (id),
    sha256 varchar(64) not null,
    file_size bigint not null,
    file_name varchar(200) not null,
    door varchar(20) not null,
    brought_by varchar(254) not null,
    mail_id varchar(36),
    came_at timestamp with time zone not null,
    verdict varchar(20) not null,
    state varchar(20) not null,
    -- How the verdict came about: a stored JSON file.
    protocol_sha256 varchar(64) not null,
    letter_sent boolean not null,
    decided_at timestamp with time zone,
    decided_by varchar(200),
    decision_reason varchar(1000),
    version bigint not null,
    -- The same file twice is one return.
    unique (contract_id, sha256)
);

create index returned_file_by_state on returned_file (state, came_at);
create index returned_file_of_contract on returned_file (contract_id, came_at);
