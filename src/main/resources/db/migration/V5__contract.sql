create table template_version (
    id uuid primary key,
    code varchar(60) not null,
    revision integer not null,
    label varchar(60) not null,
    hash varchar(64) not null,
    -- The stored ZIP file with the template's own files.
    archive_sha256 varchar(64) not null,
    loaded_at timestamp with time zone not null,
    superseded_at timestamp with time zone,
    announced_at timestamp with time zone,
    -- Two instances that start at once load a version once: the second insert fails and looks again.
    unique (code, revision),
    unique (code, hash)
);

create table signatory (
    id uuid primary key,
    account_name varchar(100) not null,
    processor_id uuid not null references organisation (id),
    person varchar(200) not null,
    position_title varchar(200) not null,
    place varchar(200) not null,
    authorised_at timestamp with time zone not null,
    revoked_at timestamp with time zone
);

create index signatory_of_processor on signatory (processor_id, account_name);
create index signatory_by_account on signatory (account_name);

create sequence contract_serial start with 1 increment by 1;

create table contract (
    id uuid primary key,
    serial bigint not null unique,
    number varchar(40) not null unique,
    state varchar(20) not null,
    template_version_id uuid not null references template_version (id),
    processor_id uuid not null references organisation (id),
    controller_id uuid not null references organisation (id),
    language varchar(35) not null,
    addressee_name varchar(200) not null,
    addressee_email varchar(254) not null,
    page_company varchar(200),
    page_address varchar(300),
    page_person varchar(200),
    page_position varchar(200),
    page_place varchar(200),
    page_date date,
    waiting_since timestamp with time zone,
    next_reminder_at timestamp with time zone,
    expires_at timestamp with time zone,
    created_at timestamp with time zone not null,
    issued_at timestamp with time zone,
    returned_at timestamp with time zone,
    accepted_at timestamp with time zone,
    countersigned_at timestamp with time zone,
    closed_at timestamp with time zone,
    expired_at timestamp with time zone,
    main_contract_signed_on date,
    processor_account varchar(100),
    processor_person varchar(200),
    processor_position varchar(200),
    processor_place varchar(200),
    processor_signed_on date,
    effective_on date,
    end_kind varchar(20),
    ends_on date,
    end_reason varchar(1000),
    remark varchar(1000),
    problem_key varchar(200),
    problem_detail varchar(200),
    version bigint not null
);

-- Lists go from the newest serial number down, with or without a filter.
create index contract_by_state on contract (state, serial);
create index contract_by_processor on contract (processor_id, state, serial);
create index contract_by_controller on contract (controller_id, serial);
create index contract_by_template on contract (template_version_id, state, serial);
-- Jobs look for what is due; these columns are empty for all other contracts.
create index contract_by_reminder on contract (next_reminder_at);
create index contract_by_expiry on contract (expires_at);
create index contract_by_end on contract (ends_on);

create table contract_document (
    id uuid primary key,
    contract_id uuid not null references contract (id),
    kind varchar(20) not null,
    sha256 varchar(64) not null,
    file_size bigint not null,
    file_name varchar(200) not null,
    made_at timestamp with time zone not null,
    -- Nothing is countersigned twice.
    unique (contract_id, kind)
);

create index contract_document_by_hash on contract_document (sha256);

create table personal_link (
    id uuid primary key,
    contract_id uuid not null references contract (id),
    email varchar(254) not null,
    token_hash varchar(64) not null unique,
    created_at timestamp with time zone not null,
    expires_at timestamp with time zone not null,
    revoked_at timestamp with time zone,
    code_hash varchar(64),
    code_sent_at timestamp with time zone,
    codes_sent integer not null,
    code_attempts integer not null
);

create index personal_link_of_contract on personal_link (contract_id);

create table signature_evidence (
    id uuid primary key,
    contract_id uuid not null references contract (id),
    person varchar(200) not null,
    how varchar(20) not null,
    signature_text varchar(200),
    image_sha256 varchar(64),
    document_sha256 varchar(64),
    proven_email varchar(254),
    link_id varchar(36),
    address varchar(64),
    user_agent varchar(200),
    recorded_by varchar(200),
    signed_at timestamp with time zone not null
);

create index signature_evidence_of_contract on signature_evidence (contract_id, signed_at);

create table countersigning_run (
    id uuid primary key,
    account_name varchar(100) not null,
    started_at timestamp with time zone not null
);

create index countersigning_run_by_account on countersigning_run (account_name, started_at);

create table countersigning_item (
    id uuid primary key,
    run_id uuid not null references countersigning_run (id),
    contract_id uuid not null references contract (id),
    ordinal integer not null,
    state varchar(20) not null,
    problem_key varchar(200),
    problem_detail varchar(200),
    finished_at timestamp with time zone,
    unique (run_id, contract_id)
);

create index countersigning_item_by_state on countersigning_item (state, run_id, ordinal);

create table version_notice (
    contract_id uuid not null references contract (id),
    template_version_id uuid not null references template_version (id),
    told_at timestamp with time zone not null,
    primary key (contract_id, template_version_id)
);

create table seal_certificate (
    -- SHA-256 of the certificate
    fingerprint varchar(64) primary key,
    der varchar(20000) not null,
    first_used_at timestamp with time zone not null
);
