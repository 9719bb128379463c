-- vault: keys of the installation's own, encrypted with the key that lies outside the database
create table vault_key (
    name        varchar(60) primary key,
    concealed   bytea not null,
    public_part bytea not null,
    made_at     timestamp with time zone not null
);
insert into turn (name) values ('signing-key');

-- access: what an account is responsible for
alter table account add column every_processor boolean default true not null;
alter table account add column rooms varchar(300);
alter table account add column valid_until timestamp with time zone;
alter table account add column records_from date;
alter table account add column records_to date;

create table account_processor (
    account_id   uuid not null references account (id),
    processor_id varchar(36) not null,
    primary key (account_id, processor_id)
);
