-- Whatever is to be erased looks first whether it is evidence: what is not erased for that reason must not be found as due again and again,
-- or it keeps everything behind it from being erased.

create function is_evidence(wanted bigint) returns boolean language sql stable as $$
    select exists (select from public.evidence join public.investigation on id = investigation
                   where index = wanted and state not in ('dismissed', 'closed'))
$$;

create or replace function evidence_holds() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if is_evidence(new.index) then
        return null;
    end if;
    update evidence set event = null, salt = null where index = new.index;
    return new;
end $$;
