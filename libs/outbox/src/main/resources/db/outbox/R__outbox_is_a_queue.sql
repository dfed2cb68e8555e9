-- It fills and empties all day. Giving space back to the file system would lock it against those who write, again and
-- again, for space that is needed again at once; and how much of it is dead says nothing about when to clean up.
alter table outbox set (vacuum_truncate = off, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 10000);
