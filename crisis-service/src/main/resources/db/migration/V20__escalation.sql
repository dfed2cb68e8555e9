-- Every version of every ladder: what is under way goes on as it was begun.
create table ladder (
    name          text not null,
    version       integer not null check (version > 0),
    document      text not null check (document is json object),
    published_by  text not null,
    published_at  timestamptz not null default clock_timestamp(),
    primary key (name, version)
);

create table escalation (
    id        uuid primary key,
    version   bigint not null check (version > 0),
    state     text not null check (state in ('OPEN', 'ACKNOWLEDGED', 'RESOLVED', 'UNANSWERED')),
    due_at    timestamptz,
    document  text not null check (document is json object),
    -- What is being called for is never forgotten by the clock.
    check (state <> 'OPEN' or due_at is not null)
);
create index escalation_due on escalation (due_at) where due_at is not null;
create index escalation_unresolved on escalation (id) where state <> 'RESOLVED';

-- What is to be sent, written in the transaction of the move that calls for it; its identifier follows from the move.
create table escalation_notice (
    id          uuid primary key,
    escalation  uuid not null references escalation,
    number      bigint not null,
    person      text not null,
    channel     text not null check (channel in ('MAIL', 'WEBHOOK')),
    address     text not null,
    subject     text not null,
    body        text not null,
    exercise    boolean not null,
    due_at      timestamptz not null default clock_timestamp(),
    attempts    integer not null default 0,
    fault       text,
    sent_at     timestamptz,
    failed_at   timestamptz,
    check (sent_at is null or failed_at is null)
);
create index escalation_notice_due on escalation_notice (due_at) where sent_at is null and failed_at is null;

grant select, insert on ladder to ${runtimeUser};
grant select, insert, update (version, state, due_at, document) on escalation to ${runtimeUser};
grant select, insert, update (due_at, attempts, fault, sent_at, failed_at) on escalation_notice to ${runtimeUser};
