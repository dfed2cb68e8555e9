-- Who answers what, in which time; the newest version counts.
create table routing_rules (
    version  integer primary key,
    document text not null check (document is json object),
    put_by   text not null,
    put_at   timestamptz not null
);

-- Officers who are away, and who stands in.
create table absence (
    id         uuid primary key,
    officer    text not null,
    delegate   text not null check (delegate <> officer),
    away_from  timestamptz not null,
    away_until timestamptz not null check (away_until > away_from),
    stated_by  text not null
);
create index absence_of_officer on absence (officer, away_until);

-- What partners ask for. When it lapses and when it is late are columns, for the clock.
create table access_request (
    id           uuid primary key,
    partner      text not null references partner,
    requester    text not null,
    state        text not null check (
        state in ('SUBMITTED', 'ROUTED', 'CLARIFYING', 'APPROVED', 'REFUSED', 'WITHDRAWN', 'LAPSED')),
    agency       text,
    late_at      timestamptz,
    lapses_at    timestamptz not null,
    document     text not null check (document is json object),
    lock_version bigint not null
);
create index access_request_of_partner on access_request (partner, id);
create index access_request_late on access_request (late_at) where state = 'ROUTED';
create index access_request_open on access_request (lapses_at) where state in ('SUBMITTED', 'ROUTED', 'CLARIFYING');

grant select, insert on routing_rules to ${runtimeUser};
grant select, insert on absence to ${runtimeUser};
grant update (away_until) on absence to ${runtimeUser};
grant select, insert, update on access_request to ${runtimeUser};
