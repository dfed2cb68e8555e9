-- Terms are a JSON document in canonical form, kept as text: what was consented to keeps its bytes.
create table plan (
    id        uuid primary key,
    revision  integer not null,
    version   integer not null check (version > 0),
    terms     text not null check (terms is json object),
    state     text not null check (state in ('PROPOSED', 'AGREED', 'WITHDRAWN')),
    consents  text not null check (consents is json array)
);

create table signal (
    id           uuid primary key,
    indicator    text not null,
    value        integer not null check (value between 0 and 100),
    source       text not null,
    reported_at  timestamptz not null,
    reported_by  text not null
);
create index signal_recent on signal (indicator, reported_at);

-- Its state follows from these facts and the time: see ActivationLife.
create table activation (
    id                    uuid primary key,
    revision              integer not null,
    plan                  uuid not null references plan,
    plan_version          integer not null,
    partner               text,
    duration_seconds      bigint not null check (duration_seconds > 0),
    reason                text not null,
    criterion_met         boolean not null,
    requested_by_subject  text not null,
    requested_by          text not null,
    requested_at          timestamptz not null,
    confirm_by            timestamptz not null,
    confirmed_by          text,
    active_from           timestamptz,
    active_until          timestamptz,
    ended_at              timestamptz,
    ended_by              text,
    end_reason            text,
    -- In force only by signals or by a second person.
    check (active_from is null or criterion_met or confirmed_by is not null),
    -- Never past what was asked for, whoever writes.
    check (active_until = active_from + duration_seconds * interval '1 second'),
    check ((active_from is null) = (active_until is null)),
    check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (end_reason is null))
);
create index activation_of_plan on activation (plan) where ended_at is null;
create index activation_closing on activation (coalesce(active_until, confirm_by)) where ended_at is null;

-- Signals are only ever added. Of plans and activations only the course can change, never what was consented to or asked.
grant select, insert on signal to ${runtimeUser};
grant select, insert, update (revision, state, consents) on plan to ${runtimeUser};
grant select, insert, update (revision, confirmed_by, active_from, active_until, ended_at, ended_by, end_reason)
    on activation to ${runtimeUser};
