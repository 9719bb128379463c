-- A contract that was concluded elsewhere: who took it in when, what stands on the paper, and whether that is here.
alter table contract add column taken_in_at timestamp with time zone;
alter table contract add column taken_in_by varchar(200);
alter table contract add column concluded_on date;
alter table contract add column early_reason varchar(1000);
alter table contract add column paper_reference varchar(200);
-- The reference without blanks and capitals: of one processor, no two contracts have the same.
alter table contract add column paper_reference_key varchar(200);
alter table contract add column document_due_since timestamp with time zone;
create unique index contract_by_reference on contract (paper_reference_key, processor_id);
-- Empty for all but those whose paper is missing.
create index contract_without_paper on contract (document_due_since);
