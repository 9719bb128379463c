-- Personal links to the calendar of deadlines; only their SHA-256 is kept.
create table calendar_link (
    id uuid primary key,
    account_id uuid not null references account (id),
    token_hash varchar(64) not null unique,
    created_at timestamp with time zone not null,
    revoked_at timestamp with time zone
);
create index calendar_link_of_account on calendar_link (account_id);
