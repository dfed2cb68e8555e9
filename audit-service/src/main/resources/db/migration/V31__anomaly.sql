-- Anomalies: what is usual of whom, and what was found unusual. One follower of the log writes it.

-- The habits of persons, units and partners; all of it follows from the log and can be made anew from it.
create table profile (
    scope    text not null check (scope in ('person', 'unit', 'partner')),
    subject  text not null,
    exercise boolean not null,
    state    text not null check (state is json object),
    changed  timestamptz not null default now(),
    primary key (scope, subject, exercise)
);

-- The latest hours with accesses, each a point: what the forest compares with.
create table profile_hour (
    scope    text not null,
    subject  text not null,
    exercise boolean not null,
    hour     bigint not null,
    features double precision[] not null,
    primary key (scope, subject, exercise, hour)
);

create table anomaly (
    id            uuid primary key,
    detected      timestamptz not null default now(),
    scope         text not null,
    subject       text not null,
    partner       text,
    unit          text,
    person        text,
    kind          text not null,
    score         double precision not null,
    key           text not null,
    value         double precision not null,
    because       text not null check (because is json array),
    -- The access with which it became one, and those before it: indexes in the log.
    index         bigint not null,
    entries       bigint[] not null,
    investigation uuid not null,
    exercise      boolean not null
);
create index anomaly_detected on anomaly (detected, id);
create index anomaly_investigation on anomaly (investigation);

grant select, insert, update on profile to ${runtimeUser};
grant select, insert, delete on profile_hour to ${runtimeUser};
grant select, insert on anomaly to ${runtimeUser};
