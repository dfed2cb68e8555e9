-- An examiner is shown what policy was at an epoch.
grant select on policy_history to ${runtimeUser};
