-- Which words the approved tearlines of the newest version of an asset have, as search_posting has those of its portions.
create table tearline_posting (
    token    bytea not null check (length(token) = 16),
    asset    uuid not null references asset,
    tearline uuid not null references tearline,
    primary key (token, tearline)
);
create index tearline_posting_by_tearline on tearline_posting (tearline);
create index tearline_posting_by_asset on tearline_posting (asset);

grant select, insert, delete on tearline_posting to ${runtimeUser};
