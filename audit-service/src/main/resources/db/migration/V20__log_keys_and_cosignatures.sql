-- Which key gave its place to which, and from which tree on. The note is signed by both; its entry stands in the log, too.
create table log_handover (
    size     bigint primary key check (size > 0),
    previous text not null,
    next     text not null,
    note     text not null
);

-- Checkpoints with the cosignatures that they have got; only the newest ones are kept.
create table cosigned_checkpoint (
    size       bigint primary key check (size >= 0),
    checkpoint text not null,
    -- Whether the cosignatures satisfy the quorum.
    met        boolean not null
);

-- What each witness has cosigned last, as far as we know: where the next proof starts.
create table witness_view (
    witness text primary key,
    size    bigint not null check (size >= 0)
);

-- Whoever of the replicas gets to extend the lease asks the witnesses.
create table cosigning_lease (
    id    integer primary key default 1 check (id = 1),
    until timestamptz not null default '-infinity'
);
insert into cosigning_lease default values;

grant select, insert on log_handover to ${runtimeUser};
grant select, insert, update, delete on cosigned_checkpoint to ${runtimeUser};
grant select, insert, update on witness_view to ${runtimeUser};
grant select, update (until) on cosigning_lease to ${runtimeUser};
