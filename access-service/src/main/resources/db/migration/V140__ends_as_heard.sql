-- When an end was heard of: until then what it ends was in force, whatever crisis-service says. Ends from before this was kept count as stated.
alter table crisis_activation_end add column heard_at timestamptz not null default '-infinity';
alter table crisis_activation_end alter column heard_at set default clock_timestamp();
call keep_history_of('crisis_activation_end', 'activation');

-- What counts towards the allowance of a version.
create index activation_of_version on crisis_activation (plan, plan_version);
