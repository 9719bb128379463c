-- retention: one person's data, in every store
create table retention_erasure (
    id uuid primary key,
    processor_id uuid not null references organisation (id),
    -- Null for every controller.
    controller_id varchar(36),
    -- How the stores call the person, encrypted by the vault; gone as soon as it is over.
    persons bytea,
    -- Keyed hashes of the same, with blanks between: they stay.
    hashes varchar(2000) not null,
    clause varchar(200) not null,
    reason varchar(1000) not null,
    asked_by varchar(200) not null,
    asker_id varchar(36) not null,
    asked_at timestamp with time zone not null,
    approved_by varchar(200),
    approved_at timestamp with time zone,
    ended_at timestamp with time zone,
    -- The protocol: SHA-256 of the stored files.
    protocol_json varchar(64),
    protocol_pdf varchar(64),
    version bigint not null
);
create index retention_erasure_of_processor on retention_erasure (processor_id, asked_at);

-- Null for a run of the night, or one that somebody asked for.
alter table retention_run add column erasure_id varchar(36);
create index retention_run_of_erasure on retention_run (erasure_id);
