-- What an auditor takes away: an archive that is built in the background. The file lies in a folder, not here.
create table evidence_export (
    id uuid primary key,
    asker_id varchar(36) not null,
    asked_by varchar(200) not null,
    asked_at timestamp with time zone not null,
    language varchar(10) not null,
    -- Ids, with spaces between.
    processors varchar(4000) not null,
    template varchar(100) not null,
    contract_id varchar(36) not null,
    contract_number varchar(40) not null,
    begins_on date not null,
    ends_on date not null,
    state varchar(20) not null,
    step varchar(20) not null,
    done bigint not null,
    total bigint not null,
    started_at timestamp with time zone,
    ended_at timestamp with time zone,
    expires_at timestamp with time zone,
    size bigint not null,
    fingerprint varchar(64) not null,
    proven integer not null,
    due integer not null,
    unproven integer not null,
    problem_key varchar(100),
    problem_detail varchar(200),
    version bigint not null
);

create index evidence_export_newest on evidence_export (asker_id, asked_at);
create index evidence_export_state on evidence_export (state, asked_at);

-- Measures that were chosen; none for all.
create table evidence_export_measure (
    export_id uuid not null references evidence_export (id),
    measure_id varchar(36) not null,
    primary key (export_id, measure_id)
);
