-- At which sub-processors a breach happened. By organisation: the same one may work for several processors.
create table breach_sub_processor (
    breach_id uuid not null references breach (id),
    organisation_id varchar(36) not null,
    primary key (breach_id, organisation_id)
);
