-- A copy of a version that was handed over, or is ready to be: to whom, on what decision, and by what marks it is known
-- again. The package is kept sealed under the asset's key, the secret of its marks under the key-encryption key.
create table release (
    id                uuid primary key,
    asset             uuid not null,
    version           integer not null,
    made              timestamptz not null,
    actor             text not null,
    partner           text not null check (partner ~ '^[A-Z]{3}$'),
    recipient         text not null check (recipient is json object),
    purpose           text not null,
    decision          text not null,
    portions          text[] not null,
    terms             text not null check (terms is json object),
    event             uuid not null unique,
    copy_number       text not null unique,
    wrapper           uuid not null unique,
    mark              bytea not null,
    mark_wrapped_with text not null,
    manifest          text not null,
    package           bytea not null,
    package_bytes     integer not null check (package_bytes > 0),
    package_sha256    text not null check (package_sha256 ~ '^[0-9a-f]{64}$'),
    foreign key (asset, version) references asset_version
);
create index release_newest_first on release (made desc, id desc);
create index release_of_partner on release (partner, made desc, id desc);

grant select, insert on release to ${runtimeUser};
