-- retention: for whose sake a hold stands by itself; all null where a person placed it
alter table retention_hold add column cause_kind varchar(40);
alter table retention_hold add column cause_id varchar(36);
alter table retention_hold add column cause_number varchar(40);
alter table retention_hold add column clause varchar(200);
-- How often it has come to mean more controllers since: a run that is under way looks anew.
alter table retention_hold add column widened bigint default 0 not null;
create index retention_hold_of_cause on retention_hold (cause_id);

-- Breaches that are open already hold their data from now on. The id is the breach's, with the start of the processor's.
insert into retention_hold (id, processor_id, reason, placed_at, placed_by, cause_kind, cause_id, cause_number, clause, version)
select cast(substring(p.processor_id from 1 for 8) || substring(cast(b.id as varchar(36)) from 9) as uuid),
       cast(p.processor_id as uuid), b.number, current_timestamp, 'Countersign', 'breach', cast(b.id as varchar(36)), b.number,
       'gdpr 33(5)', 1
from breach b join breach_processor p on p.breach_id = b.id
where b.state = 'open';
