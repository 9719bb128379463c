-- inquiry: what somebody wants to know of data, and by when it is answered
create sequence inquiry_serial start with 1 increment by 1;

create table inquiry (
    id uuid primary key,
    serial bigint not null unique,
    number varchar(40) not null,
    processor_id uuid not null references organisation (id),
    kind varchar(20) not null,
    -- Who asks, encrypted by the vault: it may be a person.
    asker bytea not null,
    -- How the stores call the person that it is about, encrypted by the vault; null where it is about nobody in particular.
    person bytea,
    contract_id varchar(36),
    contract_number varchar(40) not null,
    store_id varchar(36),
    about_from date,
    about_to date,
    reference varchar(200) not null,
    matter varchar(2000) not null,
    handler varchar(200) not null,
    received_on date not null,
    clause varchar(200) not null,
    due_at timestamp with time zone not null,
    state varchar(20) not null,
    extended_at timestamp with time zone,
    extended_for varchar(1000),
    answered_on date,
    answer varchar(4000),
    recorded_at timestamp with time zone not null,
    recorded_by varchar(200) not null,
    closed_at timestamp with time zone,
    closed_by varchar(200),
    version bigint not null
);

create index inquiry_by_processor on inquiry (processor_id, state, serial);
