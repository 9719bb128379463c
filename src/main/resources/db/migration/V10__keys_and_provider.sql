-- access: what an API key opens (nothing said: everything, as the key of the settings), and when it last did
alter table api_key add column scopes varchar(1000);
alter table api_key add column hint varchar(20) default '' not null;
alter table api_key add column last_used_at timestamp with time zone;

-- access: how many requests somebody has made in a minute, so that instances on one database count together; rows of
-- minutes that are over are deleted
create table request_count (
    asker  char(64) not null,
    begins bigint   not null,
    taken  integer  not null,
    primary key (asker, begins)
);
create index request_count_begins on request_count (begins);

-- access: whom an OpenID Connect provider means by its subjects; the key is the SHA-256 of issuer and subject
create table provider_identity (
    identity_hash char(64)     primary key,
    issuer        varchar(500) not null,
    subject       varchar(255) not null,
    account_id    uuid         not null references account (id),
    linked_at     timestamp with time zone not null
);
create index provider_identity_account on provider_identity (account_id);

-- access: answers of the provider that were taken, so that none is taken twice
create table provider_answer (
    state_hash char(64) primary key,
    taken_at   timestamp with time zone not null
);
create index provider_answer_taken on provider_answer (taken_at);
