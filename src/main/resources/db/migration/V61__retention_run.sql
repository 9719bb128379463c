-- retention: what is kept whatever a rule says
create table retention_hold (
    id uuid primary key,
    processor_id uuid not null references organisation (id),
    -- Null for every store of the processor.
    store_id varchar(36),
    -- How the stores call the person, encrypted by the vault; null for everybody.
    person bytea,
    -- Null for every controller.
    controller_id varchar(36),
    held_from date,
    held_to date,
    reason varchar(1000) not null,
    placed_at timestamp with time zone not null,
    placed_by varchar(200) not null,
    ends_on date,
    lifted_at timestamp with time zone,
    lifted_by varchar(200),
    version bigint not null
);
create index retention_hold_of_processor on retention_hold (processor_id, placed_at);

-- Each time that a rule acts, or would.
create table retention_run (
    id uuid primary key,
    rule_id uuid not null references retention_rule (id),
    store_id uuid not null references retention_store (id),
    processor_id uuid not null references organisation (id),
    revision integer not null,
    state varchar(20) not null,
    asked_by varchar(200) not null,
    asker_id varchar(36) not null,
    asked_at timestamp with time zone not null,
    cutoff timestamp with time zone not null,
    -- What will be run: to be read, and its hash.
    statements varchar(20000) not null,
    plan varchar(64) not null,
    -- What was found, as JSON.
    preview varchar(8000) not null,
    expired bigint not null,
    -- Why a second person is asked.
    waits_key varchar(100),
    waits_detail varchar(200),
    approved_by varchar(200),
    approved_at timestamp with time zone,
    started_at timestamp with time zone,
    ended_at timestamp with time zone,
    stopped_by varchar(200),
    batches integer not null,
    done bigint not null,
    counts varchar(8000) not null,
    -- How far it has come, encrypted by the vault; how many rows a batch takes; when it goes on.
    reached bytea,
    batch_size integer not null,
    resume_at timestamp with time zone not null,
    problem_key varchar(100),
    problem_detail varchar(200),
    -- The protocol: SHA-256 of the stored files.
    protocol_json varchar(64),
    protocol_pdf varchar(64),
    version bigint not null
);
create index retention_run_of_rule on retention_run (rule_id, asked_at);
create index retention_run_by_state on retention_run (state, resume_at);
create index retention_run_of_processor on retention_run (processor_id, asked_at);

-- The ledger: written before a batch commits in its store, settled after it.
create table retention_batch (
    id uuid primary key,
    run_id uuid not null references retention_run (id),
    number integer not null,
    state varchar(20) not null,
    -- Encrypted by the vault, until it is settled.
    row_keys bytea,
    -- 32 bytes a row: HMAC-SHA-256 of its key.
    hashes bytea not null,
    row_count bigint not null,
    counts varchar(8000) not null,
    taken_at timestamp with time zone not null,
    settled_at timestamp with time zone,
    unique (run_id, number)
);
