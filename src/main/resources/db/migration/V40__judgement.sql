create table breach_judgement (
    id uuid primary key,
    breach_id uuid not null references breach (id),
    nature varchar(20) not null,
    data_context integer not null,
    context_reason varchar(1000) not null,
    ease varchar(20) not null,
    ease_reason varchar(1000) not null,
    confidentiality varchar(20) not null,
    integrity varchar(20) not null,
    availability varchar(20) not null,
    malicious boolean not null,
    circumstances_reason varchar(1000) not null,
    unintelligible boolean not null,
    many_persons boolean not null,
    score numeric(4, 2) not null,
    severity varchar(20) not null,
    judged_at timestamp with time zone not null,
    judged_by varchar(200) not null
);
create index breach_judgement_of on breach_judgement (breach_id, judged_at);

create table breach_decision (
    id uuid primary key,
    breach_id uuid not null references breach (id),
    processor_id uuid not null,
    recipient varchar(20) not null,
    notifies boolean not null,
    exemption varchar(20),
    reason varchar(1000) not null,
    decided_at timestamp with time zone not null,
    decided_by varchar(200) not null
);
create index breach_decision_of on breach_decision (breach_id, decided_at);

-- Each time that a breach was closed or reopened.
create table breach_turn (
    id uuid primary key,
    breach_id uuid not null references breach (id),
    closed boolean not null,
    reason varchar(2000) not null,
    turned_at timestamp with time zone not null,
    turned_by varchar(200) not null
);
create index breach_turn_of on breach_turn (breach_id, turned_at);
