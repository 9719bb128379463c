-- The signed papers of contracts that somebody brought with a table; gone with it.
create table import_paper (
    id uuid primary key,
    draft_id uuid not null references import_draft (id) on delete cascade,
    -- As the table calls it, in lower case and without its folder.
    name varchar(200) not null,
    -- Why it can't be taken, if it can't be read.
    problem_key varchar(200),
    problem_detail varchar(200),
    unique (draft_id, name)
);

create table import_paper_part (
    id uuid primary key,
    paper_id uuid not null references import_paper (id) on delete cascade,
    no int not null,
    bytes ${blob} not null,
    unique (paper_id, no)
);
