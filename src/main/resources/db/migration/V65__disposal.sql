-- What becomes of a controller's data once the contract has ended: one row a contract.
create table disposal (
    contract_id uuid primary key references contract (id),
    processor_id uuid not null references organisation (id),
    number varchar(40) not null,
    ended_on date not null,
    -- By when nothing may be left, by which clause, and the period that was agreed where the words leave a choice.
    due_on date not null,
    clause varchar(200) not null,
    agreed varchar(20),
    choice varchar(20),
    chosen_at timestamp with time zone,
    chosen_by varchar(200),
    chosen_how varchar(20),
    remark varchar(1000),
    returned_at timestamp with time zone,
    returned_how varchar(1000),
    confirmed_at timestamp with time zone,
    confirmed_by varchar(200),
    reminders integer not null,
    next_reminder_at timestamp with time zone,
    version bigint not null
);

create index disposal_by_reminder on disposal (next_reminder_at);

create sequence hand_deletion_serial start with 1 increment by 1;

-- Deleting where no program reaches: a person does it and says so.
create table hand_deletion (
    id uuid primary key,
    serial bigint not null unique,
    processor_id uuid not null references organisation (id),
    -- Nil where it belongs to no ended contract.
    contract_id uuid not null,
    contract_number varchar(40) not null,
    title varchar(200) not null,
    clause varchar(200) not null,
    note varchar(1000) not null,
    requested_on date not null,
    due_at timestamp with time zone not null,
    assignee varchar(200) not null,
    state varchar(20) not null,
    done_at timestamp with time zone,
    done_by varchar(200),
    statement varchar(2000),
    proof_name varchar(200),
    proof_sha256 varchar(64),
    recorded_at timestamp with time zone not null,
    version bigint not null
);

create index hand_deletion_by_processor on hand_deletion (processor_id, state, serial);
create index hand_deletion_of_contract on hand_deletion (contract_id, serial);
