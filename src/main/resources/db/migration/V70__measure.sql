-- The annex of measures that a processor's template states.
create table annex (
    id uuid primary key,
    processor_id uuid not null references organisation (id),
    template varchar(60) not null,
    -- Of the template's version that was read last.
    template_hash varchar(64) not null,
    -- How often a person reviews those measures that name no interval of their own, and the clause that demands it.
    review_span varchar(20) not null,
    review_clause varchar(120),
    -- By when a measure without evidence has its first, and how long failed or ended evidence may stay so.
    first_span varchar(20) not null,
    mend_span varchar(20) not null,
    adopted_at timestamp with time zone not null,
    version bigint not null,
    unique (processor_id, template)
);

create table measure (
    id uuid primary key,
    annex_id uuid not null references annex (id),
    processor_id uuid not null references organisation (id),
    template varchar(60) not null,
    code varchar(60) not null,
    -- Template and position, so that a list goes by one index.
    place varchar(100) not null,
    -- SHA-256 of what the template said of it when it was read last.
    stated_hash varchar(64) not null,
    owner_id varchar(36),
    -- What the version in force says, for lists.
    version_no integer not null,
    title_de varchar(200) not null,
    title_en varchar(200) not null,
    goal varchar(40) not null,
    category varchar(40) not null,
    -- Whether a lowered level waits for a second person.
    proposed boolean not null,
    adopted_at timestamp with time zone not null,
    withdrawn_at timestamp with time zone,
    own_review boolean not null,
    reviewed_at timestamp with time zone,
    review_due_at timestamp with time zone not null,
    -- From here on everything follows from its evidence: lists and lights look at nothing else.
    proven_until timestamp with time zone,
    ending_from timestamp with time zone,
    failing boolean not null,
    -- Whether a clock runs for evidence that ends, has ended or failed.
    watched boolean not null,
    version bigint not null,
    unique (processor_id, template, code)
);

create index measure_by_place on measure (place, id);
create index measure_by_processor on measure (processor_id, place);
create index measure_of_annex on measure (annex_id);

create table measure_version (
    id uuid primary key,
    measure_id uuid not null references measure (id),
    no integer not null,
    state varchar(20) not null,
    title_de varchar(200) not null,
    title_en varchar(200) not null,
    label varchar(300) not null,
    words varchar(10000) not null,
    goal varchar(40) not null,
    category varchar(40) not null,
    controls varchar(200) not null,
    -- As the terms call what it promises, so that facts and promises find each other.
    names varchar(300) not null,
    every_span varchar(20),
    slack_span varchar(20),
    review_span varchar(20),
    evidence_span varchar(20) not null,
    ends boolean not null,
    level varchar(20) not null,
    what varchar(2000) not null,
    -- Null where a person wrote it.
    template_hash varchar(64),
    made_at timestamp with time zone not null,
    made_by varchar(200) not null,
    made_by_id varchar(36),
    decided_at timestamp with time zone,
    decided_by varchar(200),
    reason varchar(1000),
    unique (measure_id, no)
);

create table measure_review (
    id uuid primary key,
    measure_id uuid not null references measure (id),
    reviewed_at timestamp with time zone not null,
    reviewed_by varchar(200) not null,
    version_no integer not null,
    changed boolean not null,
    remarks varchar(1000) not null
);

create index measure_review_of on measure_review (measure_id, reviewed_at);
