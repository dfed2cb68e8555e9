create table information_policy (
    version   integer primary key check (version > 0),
    document  text not null check (document is json object),
    published timestamptz not null,
    actor     text not null
);

grant select, insert on information_policy to ${runtimeUser};
