-- How far a collection of an ally has been read, so that a restart and another replica go on where one was.
create table taxii_mark (
    connector    text primary key,
    added_after  text,
    read_at      timestamptz not null,
    failure      text
);
grant select, insert, update on taxii_mark to ${runtimeUser};
