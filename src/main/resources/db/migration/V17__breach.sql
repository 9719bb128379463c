create sequence breach_serial start with 1 increment by 1;

create table breach (
    id uuid primary key,
    number varchar(40) not null unique,
    state varchar(20) not null,
    title varchar(200) not null,
    description varchar(10000) not null,
    noticed_by varchar(200) not null,
    systems varchar(2000) not null,
    data_categories varchar(4000) not null,
    harms varchar(100) not null,
    -- -1 where an end of the range is not known
    persons_least bigint not null,
    persons_most bigint not null,
    records_least bigint not null,
    records_most bigint not null,
    consequences varchar(10000) not null,
    measures varchar(10000) not null,
    aware_at timestamp with time zone,
    occurred_at timestamp with time zone,
    zone varchar(60) not null,
    own_controller boolean not null,
    reported_at timestamp with time zone not null,
    reported_by varchar(200) not null,
    ended_at timestamp with time zone,
    ended_by varchar(200),
    conclusion varchar(2000),
    version bigint not null
);
create index breach_by_state on breach (state, reported_at);

create table breach_processor (
    breach_id uuid not null references breach (id),
    processor_id varchar(36) not null,
    primary key (breach_id, processor_id)
);
create index breach_of_processor on breach_processor (processor_id);

create table breach_concern (
    id uuid primary key,
    breach_id uuid not null references breach (id),
    contract_id uuid not null references contract (id),
    contract_number varchar(40) not null,
    controller_id uuid not null,
    controller_name varchar(200) not null,
    processor_id uuid not null,
    state varchar(20) not null,
    contract_ended boolean not null,
    -- Null while its clocks are yet to be started.
    started_at timestamp with time zone,
    decided_at timestamp with time zone,
    decided_by varchar(200),
    reason varchar(2000),
    -- A contract is concerned once.
    unique (breach_id, contract_id)
);
create index breach_concern_unstarted on breach_concern (started_at);
create index breach_concern_of_contract on breach_concern (contract_id);
