-- Persons who may speak for an owner of rights: proposed by one officer of the home side, confirmed by another.
create table representative (
    id           uuid primary key,
    owner        text not null,
    nation       text not null,
    person       text not null,
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
create index representative_person on representative (person);

-- Questions to originators and owners of rights, and what they answered. The same question is asked once: another round
-- of it begins only when what was answered stands no longer.
create table consent (
    id           uuid primary key,
    key          text not null,
    round        integer not null,
    giver_kind   text not null check (giver_kind in ('ORIGINATOR', 'OWNER')),
    giver        text not null,
    recipient    text not null,
    state        text not null check (state in ('ASKED', 'GIVEN', 'REFUSED', 'WITHDRAWN')),
    terms        text not null check (terms is json object),
    valid_until  timestamptz not null,
    asked_by     text not null,
    asker        text not null,
    asked_at     timestamptz not null,
    answered_by  text,
    answerer     text,
    answered_at  timestamptz,
    withdrawer   text,
    withdrawn_at timestamptz,
    reason       text,
    lock_version bigint not null,
    unique (key, round),
    check (state <> 'GIVEN' or (answered_by is not null and answered_by <> asked_by))
);
create index consent_of_giver on consent (giver_kind, giver, asked_at);

call keep_history_of('consent', 'id');

grant select, insert on representative, consent to ${runtimeUser};
grant update (state, confirmed_by, confirmer, confirmed_at, withdrawer, withdrawn_at, reason, lock_version)
    on representative to ${runtimeUser};
grant update (state, valid_until, answered_by, answerer, answered_at, withdrawer, withdrawn_at, reason, lock_version)
    on consent to ${runtimeUser};
