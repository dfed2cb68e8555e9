-- Categories that the catalog's information policy adds, every version; the newest counts.
create table information_policy (
    version  bigint primary key check (version > 0),
    document text not null check (document is json object)
);
grant select, insert on information_policy to ${runtimeUser};

call keep_history_of('information_policy', 'version');
