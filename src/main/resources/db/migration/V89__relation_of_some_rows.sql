-- retention: a column may refer to rows of several tables, and another one says which: record_type = Attachment
alter table retention_relation add column only_rows varchar(500) default '[]' not null;
