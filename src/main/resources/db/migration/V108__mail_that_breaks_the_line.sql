-- How often the mail that comes next could not be fetched, though the server was there.
alter table mailbox add column stumbles integer default 0 not null;
