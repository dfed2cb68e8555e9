-- When each epoch began. Policy before the first of them is not known any more.
create table policy_change (
    epoch bigint primary key,
    at    timestamptz not null default clock_timestamp()
);
insert into policy_change (epoch) select epoch from policy_epoch;

create function note_policy_change() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    insert into policy_change (epoch) values (new.epoch);
    return null;
end $$;
create trigger policy_changed after update on policy_epoch for each row execute function note_policy_change();

-- Every row that policy was ever made of, as it was from an epoch on. Written by triggers only.
create table policy_history (
    kind     text not null,
    id       text not null,
    epoch    bigint not null,
    document text check (document is json object), -- absent: no longer there
    primary key (kind, id, epoch)
);

-- The identity of a row: its key columns, in their order.
create function policy_row_id(entry json, keys text[]) returns text language sql immutable as $$
    select json_agg(entry -> key order by place)::text from unnest(keys) with ordinality as named (key, place)
$$;

-- Keeps what a transaction has made of a row, under the epoch that it begins. A change that came without ending the
-- epoch, by whatever way, ends it here: there is no policy without an epoch, and no epoch without its policy.
create function keep_policy_history() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
    begun bigint;
begin
    select epoch into begun from policy_epoch where xmin = pg_current_xact_id()::xid;
    if not found then
        begun := advance_policy_epoch();
    end if;
    if tg_op <> 'INSERT' then
        insert into policy_history values (tg_table_name, policy_row_id(to_json(old), tg_argv), begun, null)
        on conflict (kind, id, epoch) do update set document = excluded.document;
    end if;
    if tg_op <> 'DELETE' then
        insert into policy_history values (tg_table_name, policy_row_id(to_json(new), tg_argv), begun, to_json(new))
        on conflict (kind, id, epoch) do update set document = excluded.document;
    end if;
    return null;
end $$;

-- The past of each table, under the table's name: what a query reads of the present, it reads here of the epoch that
-- the setting entente.epoch names. A table whose history nobody keeps is not there, so that the query fails.
create schema past;
grant usage on schema past to ${runtimeUser};

-- Makes a table part of policy, with the rows that it has; once more after a change of its columns.
create procedure keep_history_of(kept regclass, variadic keys text[]) language plpgsql as $$
declare
    kind text := (select relname from pg_class where oid = kept);
begin
    execute format('drop trigger if exists policy_history on %s', kept);
    execute format(
        'create constraint trigger policy_history after insert or update or delete on %s deferrable initially deferred '
        'for each row execute function keep_policy_history(%s)',
        kept, (select string_agg(quote_literal(key), ', ' order by place) from unnest(keys) with ordinality as named (key, place)));
    execute format(
        'insert into policy_history (kind, id, epoch, document) '
        'select %L, policy_row_id(to_json(entry), %L), (select epoch from policy_epoch), to_json(entry) from %s entry '
        'on conflict (kind, id, epoch) do update set document = excluded.document',
        kind, keys, kept);
    execute format(
        'create or replace view past.%I as select entry.* from ('
        'select distinct on (id) document from public.policy_history '
        'where kind = %L and epoch <= current_setting(''entente.epoch'')::bigint order by id, epoch desc) latest '
        'cross join lateral json_populate_record(null::%s, latest.document::json) entry '
        'where latest.document is not null',
        kind, kind, kept);
    execute format('grant select on past.%I to ${runtimeUser}', kind);
end $$;

call keep_history_of('partner', 'code');
call keep_history_of('agreement', 'id');
call keep_history_of('partner_grant', 'id');
call keep_history_of('crisis_plan', 'id', 'version');
call keep_history_of('crisis_activation', 'id');
call keep_history_of('crisis_activation_end', 'activation');
call keep_history_of('marking_policy', 'name', 'version');

grant select on policy_change to ${runtimeUser};
