-- Sub-processors: which organisation processes data for which processor, where, on what contract.
create table engagement (
    id uuid primary key,
    processor_id uuid not null,
    organisation_id uuid not null references organisation (id),
    service varchar(1000) not null,
    -- ISO 3166 alpha-2 codes with blanks between.
    places varchar(800) not null,
    personal varchar(20) not null,
    data varchar(1000) not null,
    basis varchar(20) not null,
    informed boolean not null,
    safeguards varchar(100) not null,
    -- The document of the controllers' contract that names it; empty if none does.
    document varchar(200) not null,
    remarks varchar(2000) not null,
    -- Whose further sub-processor it is; nil for one of the processor's own.
    parent_id uuid not null,
    since_day date,
    until_day date,
    entered_at timestamp with time zone not null,
    entered_by varchar(200) not null,
    version bigint not null
);

create index engagement_of_processor on engagement (processor_id);
create index engagement_of_organisation on engagement (organisation_id);
create index engagement_further on engagement (parent_id);
