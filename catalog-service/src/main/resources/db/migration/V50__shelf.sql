-- The objects of all listed assets, one by one, in the order in which they came: what TAXII collections walk through.
-- Written by one transaction at a time, so that a later row never has an earlier instant and no poll misses any.
-- Of content nothing is in the clear but what a manifest tells: identifier, type and version.
create table shelf (
    added          timestamptz primary key,
    asset          uuid not null references asset,
    version        integer not null check (version > 0),
    seq            integer not null check (seq >= 0),
    properties     integer not null check (properties >= 0),
    portion        text not null,
    object         text not null,
    type           text not null,
    -- modified, else created; the epoch for objects that have no versions
    object_version timestamptz not null,
    originator     text not null,
    label          text not null references label,
    -- digest of the labels of the object and of its separately marked properties
    marking        text not null,
    -- not another originator's before: only its creator may make a new version of an object
    first_hand     boolean not null,
    unique (asset, portion)
);
create index shelf_by_label on shelf (label, added);
create index shelf_by_object on shelf (object, object_version, added);

-- Assets that came, changed or went since their objects were put on the shelf, and when to look at them.
create table shelf_queue (
    seq   bigint generated always as identity primary key,
    asset uuid not null,
    due   timestamptz not null default now()
);

create function queue_for_shelf() returns trigger language plpgsql as $$
begin
    insert into shelf_queue (asset) values (case when tg_op = 'DELETE' then old.asset else new.asset end);
    return null;
end $$;
create trigger queue_for_shelf after insert or update or delete on listed_asset
    for each row execute function queue_for_shelf();

insert into shelf_queue (asset) select asset from listed_asset order by registered, asset;

-- What its originator took back from the collections; it does not come back with another version of the asset.
create table withdrawn_object (
    originator     text not null,
    object         text not null,
    object_version timestamptz not null,
    withdrawn      timestamptz not null,
    actor          text not null,
    primary key (originator, object, object_version)
);

grant select, insert, update, delete on shelf to ${runtimeUser};
grant select, insert, delete on shelf_queue to ${runtimeUser};
grant select, insert, delete on withdrawn_object to ${runtimeUser};
