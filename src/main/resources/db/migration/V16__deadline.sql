create table deadline (
    id uuid primary key,
    subject_kind varchar(50) not null,
    subject_id uuid not null,
    -- Nil where it is about the whole object.
    part_id uuid not null,
    subject_name varchar(200) not null,
    subject_path varchar(300) not null,
    -- Nil where no processor in particular is concerned.
    processor_id uuid not null,
    kind varchar(60) not null,
    clause varchar(200) not null,
    rule varchar(40) not null,
    zone varchar(60) not null,
    starts_at timestamp with time zone not null,
    due_at timestamp with time zone not null,
    legal_end_at timestamp with time zone not null,
    warnings varchar(100) not null,
    told varchar(200) not null,
    state varchar(20) not null,
    flagged_at timestamp with time zone,
    ended_at timestamp with time zone,
    ended_by varchar(200),
    reason varchar(1000),
    acknowledged_at timestamp with time zone,
    acknowledged_by varchar(200),
    escalations integer not null,
    -- Null once nothing is left to be said: the index holds what is coming and little else.
    next_alarm_at timestamp with time zone,
    version bigint not null
);

create index deadline_next_alarm on deadline (next_alarm_at);
create index deadline_due on deadline (state, due_at, id);
create index deadline_due_of_processor on deadline (processor_id, state, due_at, id);
create index deadline_subject on deadline (subject_id, kind);

create table deadline_alarm (
    id uuid primary key,
    deadline_id uuid not null references deadline (id),
    name varchar(40) not null,
    due_at timestamp with time zone not null,
    fired_at timestamp with time zone not null,
    -- Nothing is said twice.
    unique (deadline_id, name)
);

create index deadline_alarm_fired on deadline_alarm (fired_at);
