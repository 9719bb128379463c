-- retention: where data lies that is to be deleted one day
create table retention_store (
    id uuid primary key,
    processor_id uuid not null references organisation (id),
    name varchar(100) not null,
    -- jdbc, folder, manual
    kind varchar(20) not null,
    location varchar(1000) not null,
    user_name varchar(200) not null,
    -- Encrypted by the vault; null where it needs none.
    password bytea,
    -- In which zone it keeps times that name none.
    time_zone varchar(60) not null,
    -- What a deletion does not reach: for how long its backups keep what is gone, and what else.
    backups_kept varchar(20) not null,
    unreached varchar(2000) not null,
    created_at timestamp with time zone not null,
    created_by varchar(200) not null,
    checked_at timestamp with time zone,
    problem_key varchar(100),
    problem_detail varchar(200),
    version bigint not null
);
create index retention_store_of_processor on retention_store (processor_id, name);

-- Rows that belong to others only by convention: no foreign key says so.
create table retention_relation (
    id uuid primary key,
    store_id uuid not null references retention_store (id),
    child_schema varchar(200) not null,
    child_table varchar(200) not null,
    child_column varchar(200) not null,
    parent_schema varchar(200) not null,
    parent_table varchar(200) not null,
    parent_column varchar(200) not null,
    created_at timestamp with time zone not null,
    created_by varchar(200) not null
);
create index retention_relation_of_store on retention_relation (store_id);

-- How a store calls a controller: by the value of a tenant's column.
create table retention_tenant (
    id uuid primary key,
    store_id uuid not null references retention_store (id),
    tenant varchar(200) not null,
    controller_id uuid not null references organisation (id),
    unique (store_id, tenant)
);

create table retention_rule (
    id uuid primary key,
    processor_id uuid not null references organisation (id),
    store_id uuid not null references retention_store (id),
    title varchar(200) not null,
    -- The categories of data as the template calls them, with blanks between; empty for a rule added by hand.
    categories varchar(300) not null,
    clause varchar(200) not null,
    period varchar(40) not null,
    since varchar(20) not null,
    fate varchar(20) not null,
    schema_name varchar(200) not null,
    table_name varchar(200) not null,
    age_column varchar(200) not null,
    age_form varchar(20) not null,
    conditions varchar(4000) not null,
    replacements varchar(4000) not null,
    controller_column varchar(200) not null,
    subject_column varchar(200) not null,
    -- In percent of the table's rows: more than that go only with a second person.
    guard_share integer not null,
    -- Counts the changes; what was approved is one of them.
    revision integer not null,
    changed_at timestamp with time zone not null,
    changed_by varchar(200) not null,
    changer_id varchar(36) not null,
    approved_revision integer not null,
    approved_plan varchar(64) not null,
    approved_at timestamp with time zone,
    approved_by varchar(200),
    active boolean not null,
    next_run_at timestamp with time zone,
    version bigint not null
);
create index retention_rule_of_processor on retention_rule (processor_id, title);
create index retention_rule_due on retention_rule (next_run_at);
create index retention_rule_of_store on retention_rule (store_id);

-- Which of several periods counts that the documents name for the same data, and why.
create table retention_decision (
    id uuid primary key,
    processor_id uuid not null references organisation (id),
    template varchar(100) not null,
    category varchar(100) not null,
    period varchar(40) not null,
    reason varchar(1000) not null,
    decided_at timestamp with time zone not null,
    decided_by varchar(200) not null
);
create index retention_decision_of on retention_decision (processor_id, decided_at);
