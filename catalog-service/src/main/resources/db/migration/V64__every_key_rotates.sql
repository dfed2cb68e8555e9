-- Rotation passes these keys to another key-encryption key too, and finds those that are left.
create index contribution_by_wrapping on contribution (wrapped_with, id);
create index release_by_wrapping on release (mark_wrapped_with, id);

grant update (wrapped, wrapped_with) on contribution to ${runtimeUser};
grant update (mark, mark_wrapped_with) on release to ${runtimeUser};
