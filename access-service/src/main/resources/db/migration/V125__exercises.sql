-- The copy of policy that an exercise is decided on: the policy of an epoch, which the history of policy keeps.
create table exercise_copy (
    exercise  text primary key,
    epoch     bigint not null,
    taken_at  timestamptz not null default clock_timestamp()
);
grant select, insert on exercise_copy to ${runtimeUser};
