-- retention: the erasure of a person's data to which a deletion by hand belongs; null for others
alter table hand_deletion add column erasure_id varchar(36);
create index hand_deletion_of_erasure on hand_deletion (erasure_id);
