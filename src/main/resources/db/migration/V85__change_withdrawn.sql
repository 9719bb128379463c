-- Announcements that were made by mistake, and whether those who had been told know.
alter table sub_processor_change add column withdrawn_at timestamp with time zone;
alter table sub_processor_change add column withdrawn_by varchar(200);
alter table sub_processor_change add column withdrawn_reason varchar(2000);
alter table sub_processor_change add column retold boolean default true not null;
alter table sub_processor_notice add column retold_at timestamp with time zone;

create index sub_processor_change_unretold on sub_processor_change (retold);
create index sub_processor_notice_unretold on sub_processor_notice (change_id, retold_at);
