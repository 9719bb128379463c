create table webhook (
    id uuid primary key,
    label varchar(100) not null,
    url varchar(500) not null,
    -- Null where it hears of every processor.
    processor_id varchar(36),
    events varchar(300) not null,
    -- What calls are signed with, encrypted by the vault.
    secret bytea not null,
    created_at timestamp with time zone not null,
    created_by varchar(200) not null,
    -- How often in a row it did not answer as it should, and when it is called again.
    failures integer not null,
    resume_at timestamp with time zone not null,
    version bigint not null
);

create table webhook_call (
    -- The same on every attempt, so that a receiver can tell that it had it.
    id uuid primary key,
    webhook_id uuid not null references webhook (id),
    event varchar(60) not null,
    body varchar(4000) not null,
    state varchar(20) not null,
    created_at timestamp with time zone not null,
    attempts integer not null,
    tried_at timestamp with time zone,
    problem_key varchar(100),
    problem_detail varchar(200)
);

create index webhook_call_of_hook on webhook_call (webhook_id, state, created_at);
create index webhook_call_newest on webhook_call (webhook_id, created_at);
create index webhook_call_age on webhook_call (created_at);
