-- Data rooms: what was opened, on what terms at what time, and when it was closed. Nothing of it is ever changed.
create table data_room (
    id     uuid primary key,
    opened timestamptz not null,
    actor  text not null
);
create index data_room_newest_first on data_room (opened desc, id desc);

create table data_room_terms (
    room     uuid not null references data_room,
    version  integer not null check (version > 0),
    document text not null check (document is json object),
    stated   timestamptz not null,
    actor    text not null,
    primary key (room, version)
);

create table data_room_closing (
    room   uuid primary key references data_room,
    closed timestamptz not null,
    actor  text not null,
    reason text not null
);

-- Who is in a room, bound to the token they came with: kept as a digest, for it opens doors.
create table data_room_session (
    id          uuid primary key,
    room        uuid not null references data_room,
    person      text not null,
    partner     text not null check (partner ~ '^[A-Z]{3}$'),
    name        text not null,
    token       text not null check (token ~ '^[0-9a-f]{64}$'),
    address     text not null,
    copy_number text not null unique,
    entered     timestamptz not null,
    until       timestamptz not null check (until > entered)
);
create index data_room_session_of_room on data_room_session (room, until);

create table data_room_leaving (
    session uuid primary key references data_room_session,
    at      timestamptz not null,
    actor   text not null
);

grant select, insert on data_room, data_room_terms, data_room_closing, data_room_session, data_room_leaving
    to ${runtimeUser};
