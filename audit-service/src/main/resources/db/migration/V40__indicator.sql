-- Indicators: how well sharing works, as daily series that a follower of the log adds to.

insert into follower (name) values ('indicator') on conflict do nothing;

-- Sums of a day. An empty partner is all of them, an empty agency all of them, an empty part the whole.
create table indicator_day (
    indicator text not null,
    partner   text not null,
    agency    text not null,
    part      text not null,
    day       date not null,
    count     bigint not null check (count >= 0),
    -- How many of them met the target that was in force.
    met       bigint not null check (met >= 0 and met <= count),
    seconds   bigint not null check (seconds >= 0),
    longest   bigint not null check (longest >= 0),
    primary key (indicator, partner, agency, part, day)
);

-- What has begun and is counted when it ends: a request that waits for an answer, a grant that may be used.
create table indicator_open (
    kind    text not null,
    key     text not null,
    since   timestamptz not null,
    due     timestamptz,
    used    timestamptz,
    partner text,
    agency  text,
    note    text,
    primary key (kind, key)
);

-- What is aimed at. A version counts for what is measured after it; nothing is counted again.
create table indicator_target (
    version  integer primary key check (version > 0),
    document text not null check (document is json object),
    set_by   text not null,
    set_at   timestamptz not null default now()
);

grant select, insert, update on indicator_day to ${runtimeUser};
grant select, insert, update, delete on indicator_open to ${runtimeUser};
grant select, insert on indicator_target to ${runtimeUser};
