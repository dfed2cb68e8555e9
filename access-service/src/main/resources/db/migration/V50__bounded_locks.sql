-- Whoever holds the lock of the epoch and then hangs (a stopped process, a line gone dead in the middle of a message) loses
-- its transaction, so that it holds up others for a moment only. The time counts from when the lock was had.
create or replace function advance_policy_epoch() returns bigint language plpgsql as $$
declare
    advanced bigint;
begin
    perform pg_advisory_xact_lock(7310314);
    perform set_config('transaction_timeout', '2s', true);
    update policy_epoch set epoch = epoch + 1 returning epoch into advanced;
    return advanced;
end $$;

-- As before; but one that cannot have the lock soon gives up, since nobody waits for its answer any more.
create or replace function record_decisions(
    ids uuid[], epochs bigint[], partners text[], decisions boolean[], inputs text[], results text[], events text[]
) returns setof uuid language plpgsql as $$
begin
    perform set_config('lock_timeout', '1s', true);
    perform pg_advisory_xact_lock_shared(7310314);
    perform set_config('transaction_timeout', '2s', true);
    return query
        with taken as (
            select * from unnest(ids, epochs, partners, decisions, inputs, results, events)
                as t (id, epoch, partner, decision, inputs, result, event)
            where t.epoch = (select policy_epoch.epoch from policy_epoch)
        ), recorded as (
            insert into decision (id, epoch, partner, decision, inputs, result)
            select t.id, t.epoch, t.partner, t.decision, t.inputs, t.result from taken t
            returning decision.id
        ), announced as (
            insert into outbox (subject, event) select t.id::text, t.event from taken t
        )
        select recorded.id from recorded;
end $$;
