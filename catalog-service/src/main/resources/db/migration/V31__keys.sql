-- From this one, keys for other uses than wrapping are derived.
create table root_secret (
    id           uuid primary key check (id = '00000000-0000-0000-0000-000000000000'),
    wrapped      bytea not null,
    wrapped_with text not null
);

-- The passing of all wrapped keys to another key-encryption key. One at a time; what is left to do shows in the wrapped
-- keys themselves, so that it goes on wherever it was interrupted.
create table key_rotation (
    id       uuid primary key,
    target   text not null,
    state    text not null check (state in ('running', 'completed', 'incomplete', 'superseded')),
    started  timestamptz not null,
    actor    text not null,
    finished timestamptz,
    rewrapped integer not null default 0 check (rewrapped >= 0),
    check ((state = 'running') = (finished is null))
);
create unique index key_rotation_running on key_rotation ((true)) where state = 'running';
create index key_rotation_newest on key_rotation (started desc);

-- Keys that could not be unwrapped, and are left as they are.
create table key_rotation_failure (
    rotation uuid not null references key_rotation,
    kind     text not null,
    key      uuid not null,
    primary key (rotation, kind, key)
);

create index asset_key_by_wrapping on asset_key (wrapped_with, asset);

grant select, insert, update (wrapped, wrapped_with) on root_secret to ${runtimeUser};
grant update (wrapped, wrapped_with) on asset_key to ${runtimeUser};
grant select, insert, update (state, finished, rewrapped) on key_rotation to ${runtimeUser};
grant select, insert on key_rotation_failure to ${runtimeUser};
