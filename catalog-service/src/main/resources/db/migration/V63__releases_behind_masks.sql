-- What went into a package, before it was marked for its recipient: where the same would not go any more, be it for its labels
-- or for its masks, the package is not handed out again. Of packages made before, nobody can tell.
alter table release
    add column tearline  uuid references tearline,
    add column substance text not null default '';
alter table release alter column substance drop default;
