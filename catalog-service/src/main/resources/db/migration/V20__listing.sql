-- The distinct labels that one or more assets stand under together, stored once: what lists filter by. The digest is that
-- of the sorted identifiers, a line each. A reader who has seen all sets written before a snapshot's oldest transaction
-- need only look at those written since.
create table label_set (
    id      integer primary key generated always as identity,
    labels  text[] not null,
    digest  text not null unique check (digest = encode(sha256(convert_to(array_to_string(labels, e'\n'), 'UTF8')), 'hex')),
    written xid8 not null default pg_current_xact_id()
);
create index label_set_news on label_set (written);

-- The newest version of each asset as lists walk through it, apart from what is immutable. The seal binds the set of
-- labels to the asset under its data key; where it is absent the portions themselves must show the set.
create table listed_asset (
    asset      uuid primary key references asset,
    version    integer not null,
    registered timestamptz not null,
    label_set  integer not null references label_set,
    seal       bytea,
    foreign key (asset, version) references asset_version
);
create index listed_by_labels on listed_asset (label_set, registered desc, asset desc);
create index listed_newest_first on listed_asset (registered desc, asset desc) include (label_set);

with labelled as (
    select a.id, v.version, a.registered,
           array(select al.label from asset_label al where al.asset = a.id and al.version = v.version
                 order by al.label collate "C") as labels
    from asset a
    join lateral (select version from asset_version where asset = a.id order by version desc limit 1) v on true
), sets as (
    insert into label_set (labels, digest)
    select distinct labels, encode(sha256(convert_to(array_to_string(labels, e'\n'), 'UTF8')), 'hex') from labelled
    returning id, labels
)
insert into listed_asset (asset, version, registered, label_set)
select labelled.id, labelled.version, labelled.registered, sets.id from labelled join sets using (labels);

-- Nothing walks these any more.
drop index asset_newest_first;
drop index asset_label_by_label;

grant select, insert on label_set, listed_asset to ${runtimeUser};
