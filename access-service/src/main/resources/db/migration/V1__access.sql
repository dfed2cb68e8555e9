-- The one row whose number changes with every change of what decisions depend on.
create table policy_epoch (
    only_row boolean primary key default true check (only_row),
    epoch    bigint not null
);
insert into policy_epoch (epoch) values (1);

-- Ends the epoch. Waits for decisions being recorded on the old one, and lets none be recorded before the caller's
-- commit: the lock's queue is fair, so that a stream of decisions cannot hold up a withdrawal.
create function advance_policy_epoch() returns bigint language plpgsql as $$
declare
    advanced bigint;
begin
    perform pg_advisory_xact_lock(7310314);
    update policy_epoch set epoch = epoch + 1 returning epoch into advanced;
    return advanced;
end $$;

create table partner (
    code         text primary key,
    name         text not null,
    posture      text not null check (posture in ('NORMAL', 'WATCH', 'CONTAINED', 'SUSPENDED')),
    lock_version bigint not null
);

create table agreement (
    id           uuid primary key,
    partner      text not null references partner,
    state        text not null check (state in ('PROPOSED', 'IN_FORCE', 'ENDED')),
    version      integer not null,
    terms        text not null check (terms is json object),
    lock_version bigint not null
);
create index agreement_of_partner on agreement (partner);

create table agreement_consent (
    agreement uuid not null references agreement,
    version   integer not null,
    party     text not null,
    officer   text not null,
    at        timestamptz not null,
    primary key (agreement, version, party)
);

create table partner_grant (
    id           uuid primary key,
    agreement    uuid not null references agreement,
    partner      text not null references partner,
    state        text not null check (state in ('LIVE', 'WITHDRAWN')),
    terms        text not null check (terms is json object),
    lock_version bigint not null
);
create index grant_under_agreement on partner_grant (agreement);

-- As received from the crisis service: a version, once agreed, never changes.
create table crisis_plan (
    id      text not null,
    version integer not null,
    terms   text not null check (terms is json object),
    primary key (id, version)
);

-- Start and end come as two events and may come in either order.
create table crisis_activation (
    id           text primary key,
    plan         text not null,
    plan_version integer not null,
    valid_from   timestamptz not null,
    valid_until  timestamptz not null check (valid_until > valid_from)
);
create table crisis_activation_end (
    activation text primary key,
    at         timestamptz not null
);

-- As received from the catalog; the newest version of a name counts.
create table marking_policy (
    name     text not null,
    version  bigint not null,
    document text not null check (document is json object),
    primary key (name, version)
);

-- What was decided, on what, under which epoch. Never changed.
create table decision (
    id          uuid primary key,
    epoch       bigint not null,
    recorded_at timestamptz not null default clock_timestamp(),
    partner     text,
    decision    boolean not null,
    inputs      text not null check (inputs is json object),
    result      text not null check (result is json object)
);
create index decision_by_age on decision (epoch, recorded_at);

-- Records decisions and announces them, or neither: only those taken on the present epoch, whose numbers are returned.
-- The lock is shared between recorders and excludes the end of the epoch; what follows it sees whatever it waited for.
create function record_decisions(
    ids uuid[], epochs bigint[], partners text[], decisions boolean[], inputs text[], results text[], events text[]
) returns setof uuid language plpgsql as $$
begin
    perform pg_advisory_xact_lock_shared(7310314);
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

grant select, update on policy_epoch to ${runtimeUser};
grant select, insert, update on partner, agreement, partner_grant to ${runtimeUser};
grant select, insert on agreement_consent, crisis_plan, crisis_activation, crisis_activation_end, marking_policy, decision
    to ${runtimeUser};
