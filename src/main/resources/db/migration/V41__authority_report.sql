-- What only an authority asks about a breach.
create table breach_supplement (
    breach_id uuid primary key references breach (id),
    person_categories varchar(2000) not null,
    duration varchar(200) not null,
    contact varchar(500) not null
);

-- What an authority was told, as it was told.
create table breach_authority_report (
    id uuid primary key,
    breach_id uuid not null references breach (id),
    processor_id uuid not null,
    -- Nil where it is our own data; otherwise the concern of the controller on whose instruction we reported.
    concern_id uuid not null,
    controller_name varchar(200) not null,
    instruction varchar(1000) not null,
    report_number integer not null,
    phase varchar(20) not null,
    authority_id varchar(40) not null,
    authority_name varchar(200) not null,
    channel varchar(20) not null,
    file_reference varchar(200) not null,
    delay_reasons varchar(1000) not null,
    language varchar(20) not null,
    pdf_sha256 varchar(64) not null,
    json_sha256 varchar(64) not null,
    sent_at timestamp with time zone not null,
    sent_by varchar(200) not null,
    recorded_at timestamp with time zone not null,
    -- Two people who note the same one at the same time note it once.
    unique (breach_id, processor_id, concern_id, report_number)
);
