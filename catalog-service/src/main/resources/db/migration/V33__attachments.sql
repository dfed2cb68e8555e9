-- A file of any type, kept in chunks under a key of its own. It is uploaded first and belongs to nobody's asset; then a version
-- takes it in as a portion, which holds the key sealed. Size and digest are known when the upload is complete.
create table attachment (
    id         uuid primary key,
    owner      text not null,
    started    timestamptz not null default now(),
    media_type text not null,
    chunks     integer check (chunks > 0),
    size       bigint check (size >= 0),
    sha256     text check (sha256 ~ '^[0-9a-f]{64}$'),
    check ((chunks is null) = (size is null) and (size is null) = (sha256 is null))
);
create index attachment_oldest_first on attachment (started);

-- The key of an upload until a portion holds it.
create table attachment_key (
    id           uuid primary key references attachment on delete cascade,
    wrapped      bytea not null,
    wrapped_with text not null
);

create table attachment_chunk (
    attachment uuid not null references attachment on delete cascade,
    seq        integer not null check (seq >= 0),
    content    bytea not null,
    primary key (attachment, seq)
);
-- Ciphertext cannot be compressed.
alter table attachment_chunk alter column content set storage external;

-- Which asset took it in; one only.
create table attachment_use (
    attachment uuid primary key references attachment on delete cascade,
    asset      uuid not null references asset
);
create index attachment_use_by_asset on attachment_use (asset);

grant select, insert, delete, update (chunks, size, sha256) on attachment to ${runtimeUser};
grant select, insert, delete, update (wrapped, wrapped_with) on attachment_key to ${runtimeUser};
grant select, insert on attachment_chunk, attachment_use to ${runtimeUser};
