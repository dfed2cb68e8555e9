-- Investigations, breaches and remedies. Cases change state; what was done about them is only ever added.

create table investigation (
    id            uuid primary key,
    opened        timestamptz not null default now(),
    title         text not null,
    partner       text,
    person        text,
    unit          text,
    exercise      boolean not null,
    state         text not null check (state in
        ('opened', 'assigned', 'dismissal-proposed', 'breach-proposed', 'dismissed', 'breach', 'closed')),
    version       integer not null default 1,
    assignee      text,
    assignee_name text,
    due           timestamptz not null,
    -- Who proposes what a second person has to confirm.
    proposal      text check (proposal is json object),
    severity      text check (severity in ('minor', 'serious', 'grave')),
    agreement     text,
    -- Whether the public is owed a statement.
    public_owed   boolean not null default false,
    check ((state in ('dismissal-proposed', 'breach-proposed')) = (proposal is not null)),
    check ((state in ('breach', 'closed')) = (severity is not null))
);
create index investigation_list on investigation (opened, id);
create index investigation_open on investigation (partner, person) where state in ('opened', 'assigned');

-- What was done, in order.
create table investigation_act (
    investigation uuid not null references investigation,
    version       integer not null,
    at            timestamptz not null default now(),
    subject       text,
    name          text not null,
    move          text not null,
    detail        text not null check (detail is json object),
    primary key (investigation, version)
);

-- Which anomalies a case is about.
create table investigation_anomaly (
    anomaly       uuid primary key,
    investigation uuid not null references investigation,
    kind          text not null,
    key           text not null,
    value         double precision not null,
    scope         text not null,
    subject       text not null
);
create index investigation_anomaly_case on investigation_anomaly (investigation);

-- Entries of the log, frozen with their proofs: they stay evidence whatever becomes of the service.
create table evidence (
    investigation uuid not null references investigation,
    index         bigint not null,
    at            timestamptz not null,
    added         timestamptz not null default now(),
    added_by      text not null,
    event_id      text not null,
    -- Both go when the event is erased, which waits until the case is over.
    event         text check (event is json object),
    salt          text,
    entry         text not null check (entry is json object),
    proof         text not null,
    primary key (investigation, index),
    check ((event is null) = (salt is null))
);
create index evidence_index on evidence (index);
create index evidence_time on evidence (investigation, at, index);

-- What is evidence in a case that is not over is not erased, by whomever; afterwards the copy goes with the original.
create function evidence_holds() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if exists (select from evidence join investigation on id = investigation
               where index = new.index and state not in ('dismissed', 'closed')) then
        return null;
    end if;
    update evidence set event = null, salt = null where index = new.index;
    return new;
end $$;
create trigger evidence_holds before update on log_entry
    for each row when (old.event is not null and new.event is null) execute function evidence_holds();

create table remedy (
    id            uuid primary key,
    investigation uuid not null references investigation,
    what          text not null,
    owner         text not null,
    due           timestamptz not null,
    done          timestamptz,
    done_by       text,
    outcome       text,
    check ((done is null) = (done_by is null) and (done is null) = (outcome is null))
);
create index remedy_case on remedy (investigation);

-- What access-service did about a breach, as the log tells.
create table sanction (
    index         bigint primary key,
    investigation uuid not null,
    agreement     text,
    partner       text,
    step          text not null,
    until         text,
    at            timestamptz not null
);
create index sanction_case on sanction (investigation);

-- Who is owed a notification of a breach, by when, and whether it was sent and acknowledged.
create table notification (
    id              uuid primary key,
    investigation   uuid not null references investigation,
    party           text not null,
    owed            timestamptz not null default now(),
    due             timestamptz not null,
    text            text,
    sent            timestamptz,
    sent_by         text,
    acknowledged    timestamptz,
    acknowledged_by text,
    unique (investigation, party),
    check ((sent is null) = (text is null)),
    check (acknowledged is null or sent is not null)
);
create index notification_party on notification (party, sent) where sent is not null;

-- What the public is told.
create table statement (
    investigation uuid primary key references investigation,
    text          text not null,
    drafted       timestamptz not null default now(),
    drafted_by    text not null,
    published     timestamptz,
    published_by  text,
    check ((published is null) = (published_by is null)),
    check (published_by <> drafted_by)
);
create index statement_published on statement (published) where published is not null;

grant select, insert, update (title, state, version, assignee, assignee_name, due, proposal, severity, agreement, public_owed)
    on investigation to ${runtimeUser};
grant select, insert on investigation_act, investigation_anomaly, evidence, sanction to ${runtimeUser};
grant select, insert, update (done, done_by, outcome) on remedy to ${runtimeUser};
grant select, insert, update (text, sent, sent_by, acknowledged, acknowledged_by) on notification to ${runtimeUser};
grant select, insert, update (text, drafted, drafted_by, published, published_by) on statement to ${runtimeUser};
