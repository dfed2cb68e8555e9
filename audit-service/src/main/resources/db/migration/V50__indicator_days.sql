-- The metrics look at the last days of every indicator, partner and agency.

create index indicator_day_recent on indicator_day (day) where part = '';
