-- kernel: what instances that start at the same moment do one after the other; a row is locked while one is at it
create table turn (
    name varchar(100) primary key
);
insert into turn (name) values ('first-accounts');
insert into turn (name) values ('demonstration');
