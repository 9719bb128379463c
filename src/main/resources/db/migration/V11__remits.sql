-- party: for which processors an organisation is known; whoever answers for none of them sees nothing of it.
-- The name stands here, too, so that their list costs what is theirs and not what there is.
create table organisation_known_to (
    processor_id uuid not null references organisation (id),
    organisation_id uuid not null references organisation (id),
    name varchar(200) not null,
    primary key (organisation_id, processor_id)
);
create index organisation_known_by_name on organisation_known_to (processor_id, name, organisation_id);

-- The keys of organisation_key once for each processor that knows the organisation.
create table organisation_known_key (
    processor_id uuid not null,
    key_bytes bytea not null,
    organisation_id uuid not null,
    primary key (organisation_id, processor_id, key_bytes),
    foreign key (organisation_id, processor_id) references organisation_known_to (organisation_id, processor_id)
);
create index organisation_known_key_bytes on organisation_known_key (processor_id, key_bytes, organisation_id);

insert into organisation_known_to (processor_id, organisation_id, name)
    select distinct c.processor_id, c.controller_id, o.name
    from contract c join organisation o on o.id = c.controller_id;
insert into organisation_known_to (processor_id, organisation_id, name)
    select o.id, o.id, o.name from organisation o
    where o.code is not null
      and not exists (select 1 from organisation_known_to k where k.organisation_id = o.id and k.processor_id = o.id);
insert into organisation_known_key (processor_id, key_bytes, organisation_id)
    select k.processor_id, b.key_bytes, b.organisation_id
    from organisation_known_to k join organisation_key b on b.organisation_id = k.organisation_id;

-- contract: lists and clocks of one processor
create index contract_of_processor on contract (processor_id, serial);
create index contract_expiry_of_processor on contract (processor_id, expires_at);

-- mail: whose a mail is; empty for those about accounts and the installation
alter table outbox_mail add column processor_id varchar(36);
update outbox_mail set processor_id = (select cast(c.processor_id as varchar(36)) from contract c where c.id = outbox_mail.about_id)
    where about_kind = 'contract';
create index outbox_mail_of_processor on outbox_mail (processor_id, created_at);
create index outbox_mail_state_of_processor on outbox_mail (processor_id, state, created_at);

-- trail: whose an act is; part of what the chain keeps
alter table trail_entry add column processor varchar(36);
create index trail_entry_of_processor on trail_entry (processor, at, id);
