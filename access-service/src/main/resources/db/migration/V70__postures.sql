-- Organisations are partners of their own, and belong to the state that their code begins with.
alter table partner add column kind text not null default 'STATE' check (kind in ('STATE', 'ORGANISATION'));
alter table partner add column member_of text references partner;
alter table partner add constraint organisation_of_a_state check ((kind = 'ORGANISATION') = (member_of is not null));
-- What was last told of the posture, if not the same; it differs from what holds only until someone tells what the clock changed.
alter table partner add column announced text check (announced in ('NORMAL', 'WATCH', 'CONTAINED', 'SUSPENDED'));

-- Why partners are trusted less: a posture is the strictest of the live causes. Without a partner a cause is about all.
-- partner.posture is the strictest of those begun and without an end; those with times are weighed at the instant of the question.
create table posture_cause (
    id          uuid primary key,
    partner     text references partner,
    kind        text not null check (kind in ('PERSON', 'ANOMALY', 'BREACH', 'COMPROMISE', 'DEGRADATION', 'ASSESSMENT', 'LAPSE')),
    reference   text not null,
    posture     text not null check (posture in ('WATCH', 'CONTAINED', 'SUSPENDED')),
    reason      text not null,
    actor       text,
    recorded_at timestamptz not null default clock_timestamp(),
    valid_from  timestamptz not null,
    valid_until timestamptz,
    lifted_at   timestamptz,
    lifted_by   text,
    lifting     text,
    check (valid_until is null or valid_until > valid_from)
);
create index cause_of_partner on posture_cause (partner, recorded_at);
-- The same cause from the same source counts once, however often it is told.
create unique index cause_once on posture_cause (kind, reference, coalesce(partner, '*')) where kind <> 'PERSON';

insert into posture_cause (id, partner, kind, reference, posture, reason, valid_from)
select gen_random_uuid(), code, 'PERSON', code, posture, 'As it was before causes were kept.', now()
from partner where posture <> 'NORMAL';

-- Taking causes away: proposed by one person, approved by another.
create table restoration (
    id            uuid primary key,
    partner       text not null references partner,
    state         text not null check (state in ('PROPOSED', 'APPROVED', 'WITHDRAWN')),
    causes        text not null check (causes is json array),
    reason        text not null,
    proposed_by   text not null,
    proposer      text not null,
    proposed_at   timestamptz not null,
    valid_until   timestamptz not null,
    decided_by    text,
    decider       text,
    decided_at    timestamptz,
    lock_version  bigint not null
);
create index restoration_of_partner on restoration (partner, proposed_at);

call keep_history_of('partner', 'code');
call keep_history_of('posture_cause', 'id');

grant select, insert on posture_cause to ${runtimeUser};
grant update (lifted_at, lifted_by, lifting) on posture_cause to ${runtimeUser};
grant select, insert, update on restoration to ${runtimeUser};
