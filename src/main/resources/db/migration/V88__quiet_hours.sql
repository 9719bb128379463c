-- retention: when a store may be worked in by itself, as 22:00-05:00; empty for any time
alter table retention_store add column quiet_hours varchar(11) default '' not null;
