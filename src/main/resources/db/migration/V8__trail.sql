-- trail: what happened, chained by hashes. Nothing was released before this: what trials recorded has no place in it.
delete from trail_entry;
drop index trail_entry_object;
drop index trail_entry_at;
alter table trail_entry drop column actor_id;
alter table trail_entry drop column actor_name;
alter table trail_entry drop column address;
-- Who, by pseudonym; none for the application itself and for strangers.
alter table trail_entry add column actor varchar(36);
-- How people call what it happened to: a contract's number.
alter table trail_entry add column label varchar(100);
-- What changed facts were before.
alter table trail_entry add column before_facts varchar(100000) not null;
-- Hashes of the personal facts, by name; and what they are the hashes of, which alone is ever changed.
alter table trail_entry add column personal varchar(100000) not null;
alter table trail_entry add column opened varchar(100000) not null;
-- The hash of the entry in canonical JSON, and the same concealed with the installation's key until it is chained.
alter table trail_entry add column content char(64) not null;
alter table trail_entry add column seal bytea;
-- Its place in the chain, and the hash there; none yet for what was committed a moment ago.
alter table trail_entry add column position bigint;
alter table trail_entry add column hash char(64);
create unique index trail_entry_position on trail_entry (position);
create index trail_entry_at on trail_entry (at, id);
create index trail_entry_object on trail_entry (object_id, at, id);
create index trail_entry_kind on trail_entry (object_kind, at, id);
create index trail_entry_label on trail_entry (label, at, id);
create index trail_entry_actor on trail_entry (actor, at, id);
create index trail_entry_event on trail_entry (event_name, at, id);

-- Who a pseudonym is. The row goes when the person is forgotten.
create table person_pseudonym (
    subject   varchar(320) primary key,
    pseudonym uuid         not null unique,
    kind      varchar(20)  not null,
    name      varchar(254) not null
);

-- Where the chain ends, signed: one row.
create table trail_chain (
    name         varchar(20) primary key,
    installation uuid not null,
    head         varchar(2000)
);
insert into turn (name) values ('trail-chain');

-- Signed heads that were given out or are to be noted outside.
create table trail_head (
    position  bigint primary key,
    signed_at timestamp with time zone not null,
    head      varchar(2000) not null,
    mailed_at timestamp with time zone
);
create index trail_head_signed on trail_head (signed_at);

create table trail_verification (
    id          uuid primary key,
    asked_at    timestamp with time zone not null,
    -- A head that somebody noted outside, to verify against.
    noted       varchar(4000),
    finished_at timestamp with time zone,
    row_total   bigint not null,
    row_count   bigint not null,
    forgotten   bigint not null,
    head        varchar(2000),
    flaw_count  bigint not null,
    findings    varchar(100000) not null
);
create index trail_verification_asked on trail_verification (asked_at);
create index trail_verification_finished on trail_verification (finished_at);
