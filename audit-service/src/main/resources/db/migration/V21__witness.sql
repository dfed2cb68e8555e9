-- Logs of others for which this service is a witness: of each the newest tree that it has cosigned.
create table witnessed_log (
    origin     text primary key,
    size       bigint not null check (size >= 0),
    root       bytea not null check (octet_length(root) = 32),
    -- As it was submitted, with our cosignature.
    checkpoint text not null,
    cosigned   timestamptz not null default now()
);

-- Checkpoints that a log signed and that do not go with what it had signed before.
create table misbehaviour (
    origin     text not null,
    size       bigint not null check (size >= 0),
    root       text not null,
    kind       text not null,
    -- What was submitted, and the checkpoint that it contradicts.
    checkpoint text not null,
    against    text not null,
    seen       timestamptz not null default now(),
    primary key (origin, size, root)
);

grant select, insert, update (size, root, checkpoint, cosigned) on witnessed_log to ${runtimeUser};
grant select, insert on misbehaviour to ${runtimeUser};
