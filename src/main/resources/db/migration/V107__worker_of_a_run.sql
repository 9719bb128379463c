-- retention: who goes on with the run; whoever began before somebody else did takes no more
alter table retention_run add column worker varchar(36);
