-- A label as it was written, stored once. The identifier is the SHA-256 of the document, so a changed document shows.
create table label (
    id       text primary key check (id ~ '^[0-9a-f]{64}$'),
    document text not null check (document is json object)
);

create table asset (
    id         uuid primary key,
    originator text not null check (originator ~ '^[A-Z]{3}$'),
    registered timestamptz not null
);
create index asset_newest_first on asset (registered desc, id desc);

-- The data key of an asset, wrapped by the key-encryption key named; apart from the asset, so that it can be wrapped
-- anew or forgotten without touching what is immutable.
create table asset_key (
    asset        uuid primary key references asset,
    wrapped      bytea not null,
    wrapped_with text not null
);

-- One immutable version. Title and purpose note are content under the label that the originator stated as the default.
-- The seal authenticates the list of portions with their labels, in order, under the data key.
create table asset_version (
    asset        uuid not null references asset,
    version      integer not null check (version > 0),
    title        bytea not null,
    purpose_note bytea,
    title_label  text not null references label,
    portions     integer not null check (portions >= 0),
    sha256       text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    seal         bytea not null,
    registered   timestamptz not null,
    actor        text not null,
    primary key (asset, version)
);

-- The distinct labels of a version with the number of portions under each; the label of a title may have none.
create table asset_label (
    asset    uuid not null,
    version  integer not null,
    label    text not null references label,
    portions integer not null check (portions >= 0),
    primary key (asset, version, label),
    foreign key (asset, version) references asset_version
);
create index asset_label_by_label on asset_label (label, asset);

create table portion (
    asset   uuid not null,
    version integer not null,
    seq     integer not null check (seq >= 0),
    id      text not null,
    label   text not null,
    content bytea not null,
    primary key (asset, version, seq),
    unique (asset, version, id),
    foreign key (asset, version, label) references asset_label
);

create table marking_policy (
    name      text not null,
    version   integer not null check (version > 0),
    document  text not null check (document is json object),
    published timestamptz not null,
    actor     text not null,
    primary key (name, version)
);

-- Nothing here changes once it is written; the service could not change it if it wanted to.
grant select, insert on label, asset, asset_key, asset_version, asset_label, portion, marking_policy to ${runtimeUser};
