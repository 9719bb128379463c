-- Up to two hundred tables may depend on that of a rule, each with a statement and a count of its own.
alter table retention_run alter column statements set data type varchar(300000);
alter table retention_run alter column preview set data type varchar(40000);
alter table retention_run alter column counts set data type varchar(40000);
alter table retention_batch alter column counts set data type varchar(40000);

-- A run gives up after a day of nothing but trouble.
alter table retention_run add column troubled_since timestamp with time zone;
