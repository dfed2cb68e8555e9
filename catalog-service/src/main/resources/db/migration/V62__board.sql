-- The standards board of the alliance: its constitution, by consent of all parties, and what it proposes, votes on and
-- decides. Each act is a row of its own that nothing changes.
create table board_constitution (
    id       uuid primary key,
    parties  text[] not null check (cardinality(parties) >= 2),
    quorum   integer not null check (quorum between 1 and cardinality(parties)),
    proposed timestamptz not null,
    actor    text not null
);

create table board_consent (
    constitution uuid not null references board_constitution,
    party        text not null check (party ~ '^[A-Z]{3}$'),
    at           timestamptz not null,
    actor        text not null,
    primary key (constitution, party)
);

-- When all whose consent it takes had given it; the newest is in force.
create table board_constituted (
    constitution uuid primary key references board_constitution,
    seq          integer not null generated always as identity unique,
    at           timestamptz not null
);

create table board_proposal (
    id           uuid primary key,
    constitution uuid not null references board_constitution,
    kind         text not null,
    name         text not null,
    document     text not null check (document is json object),
    reason       text not null,
    closes       timestamptz not null,
    effective    timestamptz not null check (effective >= closes),
    proposed     timestamptz not null,
    party        text not null check (party ~ '^[A-Z]{3}$'),
    actor        text not null
);
create index board_proposal_newest_first on board_proposal (proposed desc, id desc);

create table board_ballot (
    proposal uuid not null references board_proposal,
    party    text not null check (party ~ '^[A-Z]{3}$'),
    vote     text not null check (vote in ('yes', 'no', 'abstain')),
    at       timestamptz not null,
    actor    text not null,
    primary key (proposal, party)
);

-- What came of a proposal, and of putting it into effect; with what was found when stored content was compared.
create table board_outcome (
    proposal uuid not null references board_proposal,
    step     text not null check (step in ('vote', 'effect')),
    outcome  text not null check (outcome in ('adopted', 'rejected', 'refused', 'in-force')),
    report   text not null check (report is json object),
    version  integer,
    at       timestamptz not null,
    primary key (proposal, step)
);

-- Schemas and exchange profiles, by owner: a nation, or the alliance.
create table standard (
    kind      text not null check (kind in ('schema', 'exchange-profile')),
    name      text not null,
    version   integer not null check (version > 0),
    owner     text not null,
    document  text not null check (document is json object),
    published timestamptz not null,
    actor     text not null,
    primary key (kind, name, version)
);

grant select, insert on board_constitution, board_consent, board_constituted, board_proposal, board_ballot, board_outcome,
    standard to ${runtimeUser};
