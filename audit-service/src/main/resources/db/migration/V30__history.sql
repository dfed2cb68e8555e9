-- Histories: what the log is searched by, kept beside it by a follower that reads the log entry by entry.

-- How far each follower of the log has come: the index of the next entry it takes. The row is its lock, too.
create table follower (
    name     text primary key,
    position bigint not null default 0 check (position >= 0)
);
insert into follower (name) values ('history'), ('monitor'), ('investigation');

-- One row for each entry of the log. Who did what to what is content: it goes when the event goes.
create table history (
    index    bigint primary key check (index >= 0),
    at       timestamptz not null,
    kind     text not null,
    partner  text,
    person   text,
    actor    text,
    asset    text,
    action   text,
    purpose  text,
    result   text check (result in ('permitted', 'denied'))
);
-- Pages go by index, so each of these answers a page without sorting.
create index history_partner on history (partner, index) where partner is not null;
create index history_partner_kind on history (partner, kind, index) where partner is not null;
create index history_denied on history (partner, index) where result = 'denied';
create index history_person on history (person, index) where person is not null;
create index history_actor on history (actor, index) where actor is not null;
create index history_asset on history (asset, index) where asset is not null;
create index history_kind on history (kind, index);

-- Between which indexes the acts of an hour lie: turns a time into indexes, without an index over times for each of the above.
create table history_hour (
    hour         timestamptz primary key,
    first_index  bigint not null,
    last_index   bigint not null check (last_index >= first_index)
);

-- Whoever erases an event erases what was read out of it.
create function history_erased() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    update history set person = null, actor = null, asset = null, action = null, purpose = null, result = null
    where index = new.index;
    return null;
end $$;
create trigger history_erased after update on log_entry
    for each row when (old.event is not null and new.event is null) execute function history_erased();

-- What was exported, and the signature over it; written when the last byte has been sent.
create table history_export (
    id       uuid primary key,
    subject  text not null,
    made     timestamptz not null default now(),
    manifest text not null check (manifest is json object),
    jws      text not null
);

grant select, update (position) on follower to ${runtimeUser};
grant select, insert on history, history_export to ${runtimeUser};
grant select, insert, update on history_hour to ${runtimeUser};
