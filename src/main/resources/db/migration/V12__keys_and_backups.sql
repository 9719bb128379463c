-- kernel: a word, encrypted with the installation's key, by which each start sees whether it has the right one
create table installation_check (
    name      varchar(20) primary key,
    concealed bytea not null
);
insert into turn (name) values ('installation-key');

-- backup: each attempt, with how far it has come
create table backup_run (
    id             uuid primary key,
    state          varchar(20) not null,
    asked_by       varchar(200),
    asked_at       timestamp with time zone not null,
    started_at     timestamp with time zone,
    written_at     timestamp with time zone,
    finished_at    timestamp with time zone,
    deleted_at     timestamp with time zone,
    file_name      varchar(200),
    file_size      bigint not null,
    rows_done      bigint not null,
    rows_total     bigint not null,
    files          bigint not null,
    problem_key    varchar(200),
    problem_detail varchar(500)
);
create index backup_run_by_time on backup_run (asked_at);
create index backup_run_by_state on backup_run (state, asked_at);

-- What was restored into this database, until the trail has been told.
create table backup_restored (
    backup_id   uuid primary key,
    made_at     timestamp with time zone not null,
    restored_at timestamp with time zone not null,
    table_rows  bigint not null,
    told_at     timestamp with time zone
);
