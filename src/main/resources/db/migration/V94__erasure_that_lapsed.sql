-- retention: nobody approved it in time, so that it was dropped
alter table retention_erasure add column lapsed boolean default false not null;
