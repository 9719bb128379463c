-- Files, named by their content, in chunks that no driver needs to hold as a whole more than one at a time of.
create table stored_file (
    sha256 char(64) primary key,
    size bigint not null,
    media_type varchar(100) not null,
    stored_at timestamp with time zone not null
);

create table stored_chunk (
    sha256 char(64) not null references stored_file (sha256) on delete cascade,
    no int not null,
    bytes ${blob} not null,
    primary key (sha256, no)
);
