-- Who gave a notice, when the other party had it, and by which clause it ends the contract.
alter table contract add column end_given_by varchar(20);
alter table contract add column end_received_on date;
alter table contract add column end_clause varchar(200);
-- A minor violation that is to be cured, before the contract may be ended for it.
alter table contract add column cure_set_by varchar(20);
alter table contract add column cure_set_on date;
alter table contract add column cure_until date;
alter table contract add column cure_violation varchar(1000);
