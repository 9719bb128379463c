-- What proves measures: files, statements, links, and what the application found by itself.
create table evidence (
    id uuid primary key,
    processor_id uuid not null references organisation (id),
    kind varchar(20) not null,
    title varchar(200) not null,
    words varchar(4000),
    -- Whether its words count what belongs to several processors.
    of_all boolean not null,
    url varchar(500),
    sha256 varchar(64),
    size bigint,
    name varchar(200),
    media_type varchar(100),
    occurred_at timestamp with time zone not null,
    valid_until timestamp with time zone not null,
    good boolean not null,
    problem_key varchar(100),
    problem_detail varchar(200),
    -- What looks by itself, again and again: fact:last-backup. Null for what a person brought.
    source varchar(120),
    added_at timestamp with time zone not null,
    added_by varchar(200) not null,
    withdrawn_at timestamp with time zone,
    withdrawn_by varchar(200),
    reason varchar(1000)
);

create index evidence_of_source on evidence (processor_id, source, occurred_at);
create index evidence_by_hash on evidence (sha256);

-- Which measures an item serves, with what the measure needs of it.
create table proof (
    id uuid primary key,
    evidence_id uuid not null references evidence (id),
    measure_id uuid not null references measure (id),
    occurred_at timestamp with time zone not null,
    valid_until timestamp with time zone not null,
    good boolean not null,
    -- Empty for what a person brought.
    source varchar(120) not null,
    -- Whether it is the last of its source for the measure.
    latest boolean not null,
    withdrawn boolean not null,
    unique (evidence_id, measure_id)
);

create index proof_newest on proof (measure_id, occurred_at, id);
create index proof_until on proof (measure_id, good, withdrawn, valid_until);
create index proof_latest on proof (measure_id, latest, good);
create index proof_of_source on proof (measure_id, source, latest);
