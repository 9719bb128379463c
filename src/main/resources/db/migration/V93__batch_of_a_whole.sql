-- retention: the partition with which the rows of a batch went; empty where they went one by one
alter table retention_batch add column whole varchar(500) default '' not null;
