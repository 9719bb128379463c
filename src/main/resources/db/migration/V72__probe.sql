-- What an installation looks at again and again, to prove measures by what it finds.
create table probe (
    id uuid primary key,
    processor_id uuid not null references organisation (id),
    kind varchar(20) not null,
    label varchar(100) not null,
    target varchar(500) not null,
    expected varchar(300) not null,
    every_span varchar(20) not null,
    -- Ids of the measures that it proves.
    measures varchar(4000) not null,
    created_at timestamp with time zone not null,
    created_by varchar(200) not null,
    next_at timestamp with time zone not null,
    looked_at timestamp with time zone,
    good boolean not null,
    problem_key varchar(100),
    problem_detail varchar(200),
    version bigint not null
);

create index probe_due on probe (next_at);
