-- How far the controllers concerned have been found, of each processor of a breach.
create table breach_search (
    id uuid primary key,
    breach_id uuid not null references breach (id),
    processor_id uuid not null,
    total bigint not null,
    found bigint not null,
    -- The serial of the last contract that was looked at.
    reached bigint not null,
    finished boolean not null,
    version bigint not null,
    unique (breach_id, processor_id)
);

create index breach_search_unfinished on breach_search (finished);

create index contract_of_processor_by_serial on contract (processor_id, serial);
