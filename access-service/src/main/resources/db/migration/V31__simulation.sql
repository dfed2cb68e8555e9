-- What-if questions to policy, and what became of them. Nothing here is policy, and nothing is a decision.
create table simulation (
    id          uuid primary key,
    request     text not null check (request is json object),
    plan_only   boolean not null,
    officer     text not null,
    state       text not null check (state in ('RUNNING', 'DONE', 'FAILED')),
    epoch       bigint not null,
    total       bigint not null,
    replayed    bigint not null default 0,
    tally       text not null check (tally is json object),
    started_at  timestamptz not null default clock_timestamp(),
    alive_at    timestamptz not null default clock_timestamp(),
    ended_at    timestamptz
);
create index simulation_by_age on simulation (started_at);

create table simulation_change (
    simulation uuid not null references simulation on delete cascade,
    number     bigint not null,
    change     text not null check (change is json object),
    primary key (simulation, number)
);

grant select, insert, update, delete on simulation, simulation_change to ${runtimeUser};
