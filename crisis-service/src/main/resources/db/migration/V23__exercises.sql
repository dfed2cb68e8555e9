-- Exercises and all that comes of them; nothing of an exercise is in any other table.
create table exercise (
    id        uuid primary key,
    version   bigint not null check (version > 0),
    state     text not null check (state in ('DRAFTED', 'READY', 'RUNNING', 'COMPLETED', 'STOPPED')),
    due_at    timestamptz,
    document  text not null check (document is json object),
    check ((state = 'RUNNING') = (due_at is not null))
);
create index exercise_due on exercise (due_at) where due_at is not null;
create index exercise_running on exercise (id) where state = 'RUNNING';
grant select, insert, update (version, state, due_at, document) on exercise to ${runtimeUser};
