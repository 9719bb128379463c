-- With which words the mail server took a mail over: a part of the proof that somebody was told.
alter table outbox_mail add column answer varchar(500);
create index outbox_mail_recipient on outbox_mail (recipient, created_at);
create index deadline_part on deadline (subject_id, part_id);

-- The facts as they were when somebody was told them.
create table breach_told_facts (
    id uuid primary key,
    breach_id uuid not null references breach (id),
    title varchar(200) not null,
    description varchar(10000) not null,
    noticed_by varchar(200) not null,
    systems varchar(2000) not null,
    data_categories varchar(4000) not null,
    harms varchar(100) not null,
    persons_least bigint not null,
    persons_most bigint not null,
    records_least bigint not null,
    records_most bigint not null,
    consequences varchar(10000) not null,
    measures varchar(10000) not null,
    told_at timestamp with time zone not null
);
create index breach_told_facts_of on breach_told_facts (breach_id);

create table breach_notice (
    id uuid primary key,
    breach_id uuid not null references breach (id),
    -- Nil for what goes to the persons themselves; the contract likewise.
    concern_id uuid not null,
    contract_id uuid not null,
    contract_number varchar(40) not null,
    addressee varchar(200) not null,
    processor_id uuid not null,
    language varchar(35) not null,
    phase integer not null,
    -- Whether it is the last phase of its addressee.
    latest boolean not null,
    state varchar(20) not null,
    -- 0 as long as nobody has changed the application's words.
    text_no integer not null,
    -- Nil as long as nothing was told.
    facts_id uuid not null,
    drafted_at timestamp with time zone not null,
    drafted_by varchar(200) not null,
    queued_at timestamp with time zone,
    queued_by varchar(200),
    late_reason varchar(1000),
    told_at timestamp with time zone,
    told_by varchar(200),
    channel varchar(20),
    problem_key varchar(100),
    problem_detail varchar(200),
    version bigint not null,
    -- Nobody has two letters of one phase.
    unique (breach_id, concern_id, processor_id, phase)
);
create index breach_notice_in_order on breach_notice (breach_id, addressee, id);
create index breach_notice_state on breach_notice (breach_id, state);
create index breach_notice_of_concern on breach_notice (concern_id);
create index breach_notice_of_contract on breach_notice (contract_id);
create index breach_notice_queued on breach_notice (queued_at);

create table breach_notice_text (
    notice_id uuid not null references breach_notice (id),
    no integer not null,
    subject varchar(300) not null,
    body varchar(90000) not null,
    basis_sha256 varchar(64) not null,
    written_at timestamp with time zone not null,
    written_by varchar(200) not null,
    primary key (notice_id, no)
);

-- That somebody was told, and what proves it.
create table breach_telling (
    id uuid primary key,
    notice_id uuid not null references breach_notice (id),
    told_at timestamp with time zone not null,
    recorded_at timestamp with time zone not null,
    recorded_by varchar(200) not null,
    channel varchar(20) not null,
    recipient varchar(300) not null,
    teller varchar(200) not null,
    remark varchar(1000) not null,
    text_no integer not null,
    text_sha256 varchar(64) not null,
    letter_sha256 varchar(64) not null,
    letter_size bigint not null,
    -- Nil where no mail was sent.
    mail_id uuid not null,
    message_id varchar(200),
    answered_at timestamp with time zone,
    answer varchar(500),
    failed_at timestamp with time zone,
    problem varchar(500)
);
create index breach_telling_of on breach_telling (notice_id);
create index breach_telling_mail on breach_telling (mail_id);

create table breach_reading (
    id uuid primary key,
    notice_id uuid not null references breach_notice (id),
    read_at timestamp with time zone not null,
    reader varchar(254) not null
);
create index breach_reading_of on breach_reading (notice_id, read_at);

-- Breaches of so many controllers that a job drafts their next letters.
create table breach_drafting (
    breach_id uuid primary key references breach (id),
    asked_at timestamp with time zone not null,
    asked_by varchar(200) not null
);

-- Letters to the controllers of breaches that are on record already.
insert into breach_notice (id, breach_id, concern_id, contract_id, contract_number, addressee, processor_id, language,
        phase, latest, state, text_no, facts_id, drafted_at, drafted_by, version)
    select c.id, c.breach_id, c.id, c.contract_id, c.contract_number, c.controller_name, c.processor_id, k.language,
        1, true, 'draft', 0, '00000000-0000-0000-0000-000000000000', c.started_at, 'Countersign', 1
    from breach_concern c join contract k on k.id = c.contract_id
    where c.started_at is not null and c.state <> 'excluded';
