-- Announced changes of sub-processors, and what came of them with each controller.
create sequence sub_processor_change_serial;

create table sub_processor_change (
    id uuid primary key,
    number varchar(40) not null unique,
    kind varchar(20) not null,
    processor_id uuid not null,
    engagement_id uuid not null references engagement (id),
    -- Nil where none is replaced.
    replaced_id uuid not null,
    name varchar(200) not null,
    places varchar(800) not null,
    safeguards varchar(100) not null,
    effective_on date not null,
    words varchar(2000) not null,
    announced_at timestamp with time zone not null,
    announced_by varchar(200) not null,
    -- How many contracts it concerns, how many have their row, and the serial of the last of these.
    total bigint not null,
    told bigint not null,
    reached bigint not null,
    finished boolean not null,
    applied boolean not null,
    version bigint not null
);

create index sub_processor_change_newest on sub_processor_change (processor_id, announced_at);
create index sub_processor_change_unfinished on sub_processor_change (finished);
create index sub_processor_change_unapplied on sub_processor_change (applied, effective_on);
create index sub_processor_change_engagement on sub_processor_change (engagement_id);

create table sub_processor_notice (
    id uuid primary key,
    change_id uuid not null references sub_processor_change (id),
    contract_id uuid not null references contract (id),
    contract_number varchar(40) not null,
    controller_name varchar(200) not null,
    processor_id uuid not null,
    clause varchar(100) not null,
    cited varchar(200) not null,
    asks boolean not null,
    silence boolean not null,
    state varchar(20) not null,
    told_at timestamp with time zone not null,
    recipient varchar(254) not null,
    -- Nil where no mail was sent.
    mail_id uuid not null,
    due_at timestamp with time zone not null,
    reminded integer not null,
    next_at timestamp with time zone,
    answered_at timestamp with time zone,
    answered_by varchar(254),
    reason varchar(2000) not null,
    effective_at timestamp with time zone,
    problem_key varchar(100),
    problem_detail varchar(500),
    version bigint not null,
    -- Nobody is told of a change twice.
    unique (change_id, contract_id)
);

create index sub_processor_notice_in_order on sub_processor_notice (change_id, controller_name, contract_number);
create index sub_processor_notice_state on sub_processor_notice (change_id, state);
create index sub_processor_notice_contract on sub_processor_notice (contract_id);
create index sub_processor_notice_next on sub_processor_notice (next_at);
