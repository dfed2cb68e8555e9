-- What happened around activations, as it was told; the log has all of it, with proofs.
create table chronicle (
    event       uuid primary key,
    type        text not null,
    subject     text not null,
    at          timestamptz not null,
    partner     text,
    actor       text,
    activation  text,
    plan        text,
    data        text not null check (data is json object)
);
create index chronicle_of_activation on chronicle (activation) where activation is not null;
create index chronicle_in_time on chronicle (at);

-- What was permitted only because of an activation, and whether it was fetched.
create table expedited (
    decision    text not null,
    activation  text not null,
    partner     text not null,
    person      text not null,
    purpose     text not null,
    resource    text not null,
    portions    integer not null,
    at          timestamptz not null,
    primary key (decision, activation)
);
create index expedited_of_activation on expedited (activation);

-- Views that were fetched while something was expedited: they may be told of before the decision is.
create table fetched (
    decision  text primary key,
    at        timestamptz not null
);

create table crisis_review (
    id          uuid primary key,
    version     bigint not null check (version > 0),
    state       text not null check (state in ('OPEN', 'CONCLUDED', 'SUMMARY_PROPOSED', 'PUBLISHED')),
    due_at      timestamptz,
    document    text not null check (document is json object),
    plan        uuid not null references plan,
    activation  uuid not null unique references activation,
    deadline    timestamptz not null
);
create index crisis_review_due on crisis_review (due_at) where due_at is not null;
create index crisis_review_open on crisis_review (plan, deadline) where state = 'OPEN';

-- A review opens in the transaction in which an activation ends, whatever ends it and whoever writes. Two weeks are
-- enough to conclude what was learnt; after that the plan needs two persons again.
create function open_review() returns trigger language plpgsql as $$
declare
    review uuid := gen_random_uuid();
    deadline timestamptz := clock_timestamp() + interval '14 days';
    form text := 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"';
    now text := to_char(clock_timestamp() at time zone 'UTC', form);
begin
    insert into crisis_review (id, version, state, due_at, document, plan, activation, deadline)
    values (review, 1, 'OPEN', deadline, json_build_object(
        'activation', new.id, 'plan', new.plan, 'openedAt', now,
        'deadline', to_char(deadline at time zone 'UTC', form),
        'state', 'open', 'overdueTold', false, 'findings', '[]'::json, 'recommendations', '[]'::json)::text,
        new.plan, new.id, deadline);
    insert into outbox (subject, event) values (review::text, json_strip_nulls(json_build_object(
        'specversion', '1.0', 'id', gen_random_uuid(), 'source', '/crisis',
        'type', 'org.entente.crisis.review.opened.v1', 'subject', review, 'time', now,
        'datacontenttype', 'application/json', 'exercise', false,
        'data', json_build_object('review', review, 'activation', new.id, 'plan', new.plan,
            'deadline', to_char(deadline at time zone 'UTC', form))))::text);
    return null;
end $$;
-- What was never in force leaves nothing to review.
create trigger open_review after update on activation for each row
    when (old.ended_at is null and new.ended_at is not null and new.active_from is not null)
    execute function open_review();

grant select, insert on chronicle, expedited, fetched to ${runtimeUser};
grant select, insert, update (version, state, due_at, document) on crisis_review to ${runtimeUser};
