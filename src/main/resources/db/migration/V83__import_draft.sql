-- Tables that somebody brought and has not entered yet.
create table import_draft (
    id uuid primary key,
    kind varchar(20) not null,
    processor_id uuid not null references organisation (id),
    file_name varchar(200) not null,
    -- The cells as JSON: at most half a million letters, and what stands around them.
    grid varchar(1000000) not null,
    made_at timestamp with time zone not null,
    made_by uuid not null
);

create index import_draft_age on import_draft (made_at);
