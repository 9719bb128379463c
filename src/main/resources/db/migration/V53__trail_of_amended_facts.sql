-- A breach's facts are long, and the trail keeps both what they were and what they are.
alter table trail_entry alter column opened set data type varchar(300000);
