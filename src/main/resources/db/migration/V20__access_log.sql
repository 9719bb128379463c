-- accesslog: sign-ins and access to personal data, kept as long as the terms say
create sequence access_entry_id start with 50 increment by 50;
create table access_entry (
    id          bigint primary key,
    at          timestamp with time zone not null,
    -- As the clocks of the installation's zone showed it: 0-23, and 1 (Monday) to 7.
    local_hour  integer     not null,
    local_day   integer     not null,
    act         varchar(20) not null,
    actor_kind  varchar(20) not null,
    -- By pseudonym, as in the trail; none for strangers.
    actor       varchar(36),
    door        varchar(20) not null,
    -- The API key that spoke.
    api_key     varchar(36),
    -- Forgotten with the person.
    address     varchar(64),
    object_kind varchar(50) not null,
    -- None for a list.
    object_id   varchar(36),
    -- Whose it is; none for the installation's own.
    processor   varchar(36),
    -- How often, where attempts are told together.
    times       integer     not null
);
create index access_entry_at on access_entry (at, id);
create index access_entry_of_processor on access_entry (processor, at, id);
create index access_entry_actor on access_entry (actor, address, at, id);
create index access_entry_act on access_entry (act, at, id);
create index access_entry_object on access_entry (object_id, at, id);

-- Up to where sign-ins in the trail are without the address they came from: one row.
create table access_purge (
    name            varchar(20) primary key,
    forgotten_until timestamp with time zone not null
);

-- accesslog: the reviews, the one that is due among them
create table access_review (
    id           uuid primary key,
    begins_at    timestamp with time zone not null,
    clause       varchar(200)  not null,
    ends_at      timestamp with time zone,
    confirmed_by varchar(36),
    remarks      varchar(2000),
    -- What the log said of that time, in canonical JSON.
    figures      varchar(4000),
    version      bigint        not null
);
create index access_review_begins on access_review (begins_at);
insert into turn (name) values ('access-review');
