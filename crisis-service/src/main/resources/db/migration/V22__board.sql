-- Messages on the board; what was said stays said.
create table board_message (
    id         uuid primary key,
    at         timestamptz not null default clock_timestamp(),
    posted_by  text not null,
    text       text not null,
    partners   text[] not null
);
create index board_message_recent on board_message (at);
grant select, insert on board_message to ${runtimeUser};
