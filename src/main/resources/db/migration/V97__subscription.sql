-- Whoever wants to hear of changes of a processor's sub-processors, confirmed or not yet.
create table subscriber (
    id uuid primary key,
    processor_id uuid not null references organisation (id),
    -- The address, encrypted by the vault, and a keyed hash by which it is found again.
    address bytea not null,
    mark varchar(64) not null,
    language varchar(35) not null,
    asked_at timestamp with time zone not null,
    confirmed_at timestamp with time zone,
    version bigint not null,
    unique (processor_id, mark)
);
create index subscriber_asked on subscriber (asked_at);

-- Nobody is told of a change twice, and of its withdrawal once.
create table subscriber_told (
    id uuid primary key,
    subscriber_id uuid not null references subscriber (id) on delete cascade,
    change_id uuid not null references sub_processor_change (id),
    withdrawal boolean not null,
    told_at timestamp with time zone not null,
    unique (subscriber_id, change_id, withdrawal)
);
create index subscriber_told_of_change on subscriber_told (change_id);

-- Whether all subscribers have been told; there was nobody to tell before.
alter table sub_processor_change add column spread boolean default true not null;
create index sub_processor_change_unspread on sub_processor_change (spread);

-- Where one click ends what the mail belongs to (RFC 8058); empty once that has gone.
alter table outbox_mail add column unsubscribe varchar(500);

insert into turn (name) values ('subscribing');
