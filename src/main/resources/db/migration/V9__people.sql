-- access: people and how they sign in
alter table account add column password_set_at timestamp with time zone;
alter table account add column password_given boolean default false not null;
alter table account add column erased_at timestamp with time zone;
update account set password_set_at = created_at where password_hash is not null;

create table former_password (
    id            uuid primary key,
    account_id    uuid         not null references account (id),
    password_hash varchar(100) not null,
    replaced_at   timestamp with time zone not null
);
create index former_password_account on former_password (account_id, replaced_at);

create table second_factor (
    account_id   uuid primary key references account (id),
    concealed    bytea   not null,
    known        boolean not null,
    last_step    bigint  not null,
    made_at      timestamp with time zone not null,
    confirmed_at timestamp with time zone
);

create table recovery_code (
    id         uuid primary key,
    account_id uuid     not null references account (id),
    code_hash  char(64) not null,
    used_at    timestamp with time zone
);
create index recovery_code_account on recovery_code (account_id);

-- links that let a person set a password; only the hash of what the mail holds is kept
create table account_link (
    token_hash char(64) primary key,
    account_id uuid        not null references account (id),
    purpose    varchar(20) not null,
    made_at    timestamp with time zone not null,
    expires_at timestamp with time zone not null,
    used_at    timestamp with time zone
);
create index account_link_account on account_link (account_id);
create index account_link_expires on account_link (expires_at);

create table account_session (
    id            uuid primary key,
    account_id    uuid         not null references account (id),
    started_at    timestamp with time zone not null,
    seen_at       timestamp with time zone not null,
    opened_at     timestamp with time zone,
    proved_at     timestamp with time zone,
    factor_passed boolean      not null,
    address       varchar(64)  not null,
    agent         varchar(200) not null
);
create index account_session_account on account_session (account_id);
create index account_session_seen on account_session (seen_at);

-- attempts that failed, by the hash of whom or where they were made, so that all instances count together
create table failed_attempt (
    subject_hash  char(64) primary key,
    failures      integer not null,
    last_at       timestamp with time zone not null,
    blocked_until timestamp with time zone not null,
    succeeded_at  timestamp with time zone
);
create index failed_attempt_last on failed_attempt (last_at);
drop table sign_in_failure;

-- what was typed under "forgotten password"; answered by a job, so that the page takes the same time for everybody
create table reset_wish (
    id       uuid primary key,
    typed    varchar(254) not null,
    asked_at timestamp with time zone not null
);
insert into turn (name) values ('administrators');
