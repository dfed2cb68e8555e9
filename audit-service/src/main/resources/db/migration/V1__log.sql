-- The transparency log. What the format means is specified in FORMAT.md.
-- The grants below are the rules of the log: what must never change, the service may only insert.

-- The newest tree. Its one row is the lock that all writers take: the log has one order.
create table log_head (
    id         integer primary key default 1 check (id = 1),
    size       bigint not null check (size >= 0),
    root       bytea not null check (octet_length(root) = 32),
    -- Absent until the first start has signed the empty tree.
    checkpoint text
);
insert into log_head (size, root)
values (0, '\xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');

-- The public entry, and beside it the event that it commits to. Event and salt can be erased together; the proof stays.
create table log_entry (
    index    bigint primary key check (index >= 0),
    entry    text not null check (entry is json object),
    source   text not null,
    event_id text not null,
    type     text not null,
    subject  text not null,
    partner  text,
    recorded timestamptz not null default now(),
    event    text check (event is json object),
    salt     text check (length(salt) = 44),
    check ((event is null) = (salt is null)),
    unique (event_id, source)
);
create index log_entry_subject on log_entry (subject, index);
create index log_entry_type on log_entry (type, index);
create index log_entry_partner on log_entry (partner, index) where partner is not null;

-- Full tiles of hashes: 256 hashes of a level, never changed again.
create table tile (
    level  integer not null check (level between 0 and 63),
    index  bigint not null check (index >= 0),
    hashes bytea not null check (octet_length(hashes) = 8192),
    primary key (level, index)
);
-- Hashes do not compress; trying costs time.
alter table tile alter column hashes set storage external;

-- The one tile of each level that still grows; when it is full it moves above and the next one starts empty.
create table growing_tile (
    level  integer primary key check (level between 0 and 63),
    index  bigint not null check (index >= 0),
    hashes bytea not null check (octet_length(hashes) % 32 = 0 and octet_length(hashes) < 8192)
);
alter table growing_tile alter column hashes set storage external;

grant select, update (size, root, checkpoint) on log_head to ${runtimeUser};
grant select, insert on log_entry, tile to ${runtimeUser};
grant select, insert, update on growing_tile to ${runtimeUser};
