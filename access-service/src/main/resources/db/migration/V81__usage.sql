-- What of each grant has been used, added up from the decisions on record, and up to which of them.
create table grant_usage (
    grant_id uuid primary key references partner_grant,
    document text not null check (document is json object)
);
create table usage_progress (
    only_row boolean primary key default true check (only_row),
    epoch    bigint not null,
    at       timestamptz not null,
    decision uuid not null
);
insert into usage_progress (epoch, at, decision) values (0, '1970-01-01Z', '00000000-0000-0000-0000-000000000000');

grant select, insert, update on grant_usage to ${runtimeUser};
grant select, update on usage_progress to ${runtimeUser};
