-- access: who may do what
create table account (
    id             uuid primary key,
    user_name      varchar(100) not null unique,
    name           varchar(200) not null,
    position_title varchar(200) not null,
    email          varchar(254),
    language       varchar(10)  not null,
    password_hash  varchar(100),
    roles          varchar(200) not null,
    active         boolean      not null,
    created_at     timestamp with time zone not null
);

create table api_key (
    id         uuid primary key,
    account_id uuid         not null references account (id),
    label      varchar(200) not null,
    key_hash   char(64)     not null unique,
    created_at timestamp with time zone not null,
    expires_at timestamp with time zone,
    revoked_at timestamp with time zone
);
create index api_key_account on api_key (account_id);

create table sign_in_failure (
    user_name_hash char(64) primary key,
    failures       integer not null,
    blocked_until  timestamp with time zone not null
);

-- trail: what happened
create sequence trail_entry_id start with 50 increment by 50;
create table trail_entry (
    id          bigint primary key,
    at          timestamp with time zone not null,
    actor_kind  varchar(20)  not null,
    actor_id    varchar(100),
    actor_name  varchar(200) not null,
    channel     varchar(20)  not null,
    address     varchar(64),
    event_name  varchar(100) not null,
    object_kind varchar(50)  not null,
    object_id   uuid         not null,
    facts       varchar(100000)       not null,
    clause      varchar(200)
);
create index trail_entry_object on trail_entry (object_kind, object_id, id);
create index trail_entry_at on trail_entry (at);

-- schedule: one row a job, locked while it runs
create table job (
    name         varchar(100) primary key,
    due_at       timestamp with time zone not null,
    last_start   timestamp with time zone,
    last_end     timestamp with time zone,
    last_count   integer,
    last_problem varchar(500)
);
