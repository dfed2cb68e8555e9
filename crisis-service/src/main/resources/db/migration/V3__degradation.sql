-- Sharing narrowed, of one partner or of all. Taken away only by two persons.
create table degradation (
    id                   uuid primary key,
    revision             integer not null,
    partner              text, -- absent for all
    step                 text not null check (step in ('DOWNLOADS_OFF', 'VIEW_ONLY', 'SITUATIONAL_AWARENESS_ONLY', 'NOTHING')),
    rule                 text, -- absent for one by hand
    reason               text not null,
    because              text not null check (because is json array),
    started_at           timestamptz not null,
    started_by           text,
    state                text not null check (state in ('ACTIVE', 'REVERSAL_PROPOSED', 'REVERSED')),
    proposed_by_subject  text,
    proposed_by          text,
    proposed_at          timestamptz,
    reversal_reason      text,
    reversed_by_subject  text check (reversed_by_subject <> proposed_by_subject),
    reversed_by          text,
    reversed_at          timestamptz,
    check (state <> 'REVERSED' or (proposed_by_subject is not null and reversed_by_subject is not null))
);
-- A rule narrows once at a time, however many replicas look.
create unique index degradation_once on degradation (rule, step, coalesce(partner, '*'))
    where rule is not null and state <> 'REVERSED';
create index degradation_of_partner on degradation (partner, started_at);

-- When sharing narrows by itself; in force and out of it only by two persons.
create table degradation_rule (
    id                   uuid primary key,
    revision             integer not null,
    name                 text not null,
    document             text not null check (document is json object),
    state                text not null check (state in ('PROPOSED', 'IN_FORCE', 'END_PROPOSED', 'ENDED')),
    proposed_by_subject  text not null,
    proposed_by          text not null,
    proposed_at          timestamptz not null,
    approved_by_subject  text check (approved_by_subject <> proposed_by_subject),
    approved_by          text,
    end_by_subject       text,
    end_by               text,
    end_reason           text,
    ended_by_subject     text check (ended_by_subject <> end_by_subject),
    ended_by             text,
    check (state not in ('IN_FORCE', 'END_PROPOSED') or approved_by_subject is not null)
);
create unique index degradation_rule_in_force on degradation_rule (name) where state in ('IN_FORCE', 'END_PROPOSED');

grant select, insert on degradation, degradation_rule to ${runtimeUser};
grant update (revision, state, proposed_by_subject, proposed_by, proposed_at, reversal_reason, reversed_by_subject,
              reversed_by, reversed_at) on degradation to ${runtimeUser};
grant update (revision, state, approved_by_subject, approved_by, end_by_subject, end_by, end_reason, ended_by_subject,
              ended_by) on degradation_rule to ${runtimeUser};
