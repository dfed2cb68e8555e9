-- Export licences: proposed by one officer of the home side, confirmed by another.
create table export_licence (
    id           uuid primary key,
    recipient    text not null references partner,
    valid_until  timestamptz not null,
    state        text not null check (state in ('PROPOSED', 'IN_FORCE', 'WITHDRAWN')),
    terms        text not null check (terms is json object),
    proposed_by  text not null,
    proposer     text not null,
    proposed_at  timestamptz not null,
    confirmed_by text check (confirmed_by <> proposed_by),
    confirmer    text,
    confirmed_at timestamptz,
    withdrawer   text,
    withdrawn_at timestamptz,
    reason       text,
    lock_version bigint not null
);
create index export_licence_of_recipient on export_licence (recipient);

-- How much of a licence is used. Not policy: it is settled where a decision is recorded, not when it is taken.
create table licence_balance (
    licence  uuid primary key references export_licence,
    quantity bigint not null check (quantity > 0),
    used     bigint not null default 0 check (used between 0 and quantity)
);

-- Every permit under a licence that has a quantity. What counts is the first of each key: of each access, person or asset.
create table licence_use (
    licence    uuid not null references export_licence,
    decision   uuid not null,
    key        text not null,
    is_counted boolean not null,
    used_at    timestamptz not null default clock_timestamp(),
    primary key (licence, decision)
);
create unique index licence_counted on licence_use (licence, key) where is_counted;
create index licence_use_by_age on licence_use (licence, used_at, decision);

-- Tells that a licence runs out, in the manner of all events (CloudEvents 1.0, structured JSON).
create function announce_licence(named uuid, event_type text, quantity bigint, used bigint) returns void language sql as $$
    insert into outbox (subject, event) values (named::text, json_build_object(
        'specversion', '1.0', 'id', gen_random_uuid(), 'source', '/access', 'type', event_type, 'subject', named,
        'time', to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        'datacontenttype', 'application/json', 'exercise', false,
        'data', json_build_object('licence', named, 'quantity', quantity, 'used', used))::text)
$$;

-- Takes from licences for decisions, in the caller's transaction. Returns what could not be had; then the caller undoes
-- all of it. Balances are locked first, in one order, so that two who take at once wait for each other and never both ways.
create function take_from_licences(decisions uuid[], licences uuid[], keys text[])
returns table (decision uuid, licence uuid) language plpgsql security definer set search_path = public, pg_temp as $$
declare
    take record;
    balance licence_balance;
begin
    perform from licence_balance b where b.licence = any (licences) order by b.licence for update;
    for take in
        select * from unnest(decisions, licences, keys) with ordinality as t (decision, licence, key, place) order by t.place
    loop
        if exists (select from licence_use u where u.licence = take.licence and u.key = take.key and u.is_counted) then
            insert into licence_use values (take.licence, take.decision, take.key, false);
            continue;
        end if;
        update licence_balance b set used = b.used + 1 where b.licence = take.licence and b.used < b.quantity
            returning b.* into balance;
        if not found then
            decision := take.decision;
            licence := take.licence;
            return next;
            continue;
        end if;
        insert into licence_use values (take.licence, take.decision, take.key, true);
        if balance.used = balance.quantity then
            perform announce_licence(
                take.licence, 'org.entente.access.licence.exhausted.v1', balance.quantity, balance.used);
        elsif balance.used = ceil(balance.quantity * 0.9) then
            perform announce_licence(
                take.licence, 'org.entente.access.licence.nearly-exhausted.v1', balance.quantity, balance.used);
        end if;
    end loop;
end $$;

-- Records the decisions of one request together with what they take from licences, or nothing of either. Says what became
-- of it: RECORDED; OUTDATED, where policy has changed; or, for each decision that a licence has too little left for, SHORT.
create function record_licensed_decisions(
    ids uuid[], epochs bigint[], partners text[], decisions boolean[], inputs text[], results text[], events text[],
    taking uuid[], licences uuid[], keys text[]
) returns table (outcome text, decision uuid, licence uuid) language plpgsql as $$
declare
    recorded integer;
    short_decisions uuid[];
    short_licences uuid[];
begin
    begin
        select count(*) into recorded
            from record_decisions(ids, epochs, partners, decisions, inputs, results, events);
        if recorded < cardinality(ids) then
            return query select 'OUTDATED', null::uuid, null::uuid;
            return;
        end if;
        select array_agg(s.decision), array_agg(s.licence) into short_decisions, short_licences
            from take_from_licences(taking, licences, keys) s;
        if short_decisions is not null then
            raise exception using errcode = 'EN001', message = 'a licence has too little left';
        end if;
        return query select 'RECORDED', null::uuid, null::uuid;
    exception when sqlstate 'EN001' then
        -- What was written since the block began is undone; what was found out is not.
        return query select 'SHORT', s.decision, s.licence from unnest(short_decisions, short_licences) as s (decision, licence);
    end;
end $$;

call keep_history_of('export_licence', 'id');

revoke execute on function take_from_licences(uuid[], uuid[], text[]) from public;
grant execute on function take_from_licences(uuid[], uuid[], text[]) to ${runtimeUser};
grant select, insert on export_licence to ${runtimeUser};
grant update (state, confirmed_by, confirmer, confirmed_at, withdrawer, withdrawn_at, reason, lock_version)
    on export_licence to ${runtimeUser};
-- What is used the service cannot set back: only the function above writes it.
grant select, insert (licence, quantity) on licence_balance to ${runtimeUser};
grant select on licence_use to ${runtimeUser};
