-- Erasing the content of entries: the event and its salt go, the entry and its hash stay, and with them every proof.

alter table log_entry add column erased timestamptz;
create index log_entry_kept on log_entry (type, recorded) where event is not null;

-- What two persons have ruled: how long content of a type is kept (schedule), that something is not erased (hold), that something is (order).
create table ruling (
    id       uuid primary key,
    kind     text not null check (kind in ('schedule', 'hold', 'order')),
    state    text not null,
    version  integer not null default 1,
    terms    text not null check (terms is json object),
    -- Who made the last move that needs a second person, and what their part was.
    mover    text not null,
    part     text not null,
    created  timestamptz not null default now(),
    changed  timestamptz not null default now()
);
create index ruling_kind on ruling (kind, created);

-- What a hold covers, as long as it holds: absent means any.
create table legal_hold (
    ruling  uuid primary key references ruling,
    partner text,
    subject text,
    type    text,
    -- A hold that only one person has asked for holds until then.
    until   timestamptz not null default 'infinity',
    check (partner is not null or subject is not null or type is not null)
);

-- Schedules in force.
create table retention_schedule (
    type   text primary key,
    ruling uuid not null references ruling,
    keep   interval not null
);

grant select, insert on ruling to ${runtimeUser};
grant update (state, version, mover, part, changed) on ruling to ${runtimeUser};
grant select, insert, delete on legal_hold, retention_schedule to ${runtimeUser};
grant update (until) on legal_hold to ${runtimeUser};
grant update (ruling, keep) on retention_schedule to ${runtimeUser};

-- The only way to content: it empties event and salt, never anything else, and never what a hold covers. It runs as the owner; the service
-- itself may still not change an entry. The lock keeps a hold that is being set from coming too late.
create function erase_content(indexes bigint[]) returns setof bigint
    language sql security definer set search_path = public, pg_temp as $$
    select pg_advisory_xact_lock(hashtext('entente.retention'));
    update log_entry set event = null, salt = null, erased = now()
    where index = any (indexes) and event is not null
      and not exists (select 1 from legal_hold hold
                      where hold.until > now()
                        and (hold.partner is null or hold.partner = log_entry.partner)
                        and (hold.subject is null or hold.subject = log_entry.subject)
                        and (hold.type is null or hold.type = log_entry.type))
    returning index
$$;
revoke all on function erase_content(bigint[]) from public;
grant execute on function erase_content(bigint[]) to ${runtimeUser};
