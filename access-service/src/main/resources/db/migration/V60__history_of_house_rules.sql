-- House rules are policy, too.
call keep_history_of('house_rule_set', 'id');
