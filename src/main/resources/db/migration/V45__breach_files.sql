-- What proves what happened: log files, pictures, letters. Kept with the breach (Art. 33(5) GDPR).
create table breach_file (
    id uuid primary key,
    breach_id uuid not null references breach (id),
    name varchar(200) not null,
    sha256 varchar(64) not null,
    size bigint not null,
    added_at timestamp with time zone not null,
    added_by varchar(200) not null,
    -- The same file once.
    unique (breach_id, sha256)
);
