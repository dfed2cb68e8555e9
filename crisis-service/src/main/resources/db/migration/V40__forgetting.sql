-- What was told around activations is a copy: the log has all of it. The service may have the old forgotten, but cannot choose what:
-- nothing younger than a month, and nothing of an activation that nobody has ended or whose review is not concluded.
create function forget_told(keep interval) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    oldest timestamptz := clock_timestamp() - greatest(keep, interval '30 days');
    needed text[] := array(
        select id::text from activation where ended_at is null
        union select review.activation::text from crisis_review review where review.state = 'OPEN');
begin
    delete from fetched where at < oldest and not exists (
        select from expedited where expedited.decision = fetched.decision and expedited.activation = any(needed));
    delete from expedited where at < oldest and activation <> all(needed);
    delete from chronicle where at < oldest and (activation is null or activation <> all(needed));
end $$;
revoke all on function forget_told(interval) from public;
grant execute on function forget_told(interval) to ${runtimeUser};
