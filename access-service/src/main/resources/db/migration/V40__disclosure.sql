-- What was shown on decisions taken before: a list names the decisions it rests on instead of asking them anew.
create table disclosure (
    id          uuid primary key,
    epoch       bigint not null,
    recorded_at timestamptz not null default clock_timestamp(),
    partner     text not null,
    document    text not null check (document is json object)
);
create index disclosure_by_age on disclosure (epoch, recorded_at);

-- Records and announces a disclosure, or neither: only where all decisions that it rests on are of the present epoch.
-- As with decisions, the lock excludes the end of the epoch, and what follows it sees whatever it waited for.
create function record_disclosure(
    disclosed uuid, on_epoch bigint, decisions uuid[], to_partner text, stated text, event text
) returns boolean language plpgsql as $$
begin
    perform set_config('lock_timeout', '1s', true);
    perform pg_advisory_xact_lock_shared(7310314);
    if on_epoch is distinct from (select policy_epoch.epoch from policy_epoch)
        or (select count(*) from decision where id = any (decisions) and epoch = on_epoch)
            <> (select count(distinct named) from unnest(decisions) as named) then
        return false;
    end if;
    insert into disclosure (id, epoch, partner, document) values (disclosed, on_epoch, to_partner, stated);
    insert into outbox (subject, event) values (disclosed::text, record_disclosure.event);
    return true;
end $$;

grant select, insert on disclosure to ${runtimeUser};
