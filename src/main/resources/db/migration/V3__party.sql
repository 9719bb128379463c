create table organisation (
    id uuid primary key,
    -- How templates call it; only processors have one.
    code varchar(60) unique,
    name varchar(200) not null,
    address varchar(500) not null,
    country varchar(2) not null,
    register_number varchar(60) not null,
    language varchar(35) not null,
    time_zone varchar(60) not null,
    -- The name folded, without its legal form: what two spellings have in common.
    core_name varchar(400) not null,
    register_key varchar(120),
    created_at timestamp with time zone not null,
    version bigint not null
);

create index organisation_by_name on organisation (name, id);
create index organisation_by_core_name on organisation (core_name);
create index organisation_by_register_key on organisation (register_key);

-- Folded names from each of their words on, in UTF-8: bytes sort alike in every database and locale.
create table organisation_key (
    key_bytes bytea not null,
    organisation_id uuid not null references organisation (id),
    primary key (organisation_id, key_bytes)
);

create index organisation_key_bytes on organisation_key (key_bytes, organisation_id);

create table contact (
    id uuid primary key,
    organisation_id uuid not null references organisation (id),
    kind varchar(20) not null,
    name varchar(200) not null,
    email varchar(254) not null,
    email_domain varchar(254) not null,
    phone varchar(40) not null
);

create index contact_of_organisation on contact (organisation_id, kind);
create index contact_by_domain on contact (email_domain, organisation_id);
