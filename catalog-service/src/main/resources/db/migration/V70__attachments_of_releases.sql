-- Attachments of a package are not kept a second time: it is kept without them, with the places where each is put in as it is sent.
alter table release
    alter column package_bytes type bigint,
    add column enclosed    text[] not null default '{}',
    add column enclosed_at integer[] not null default '{}',
    add check (cardinality(enclosed) = cardinality(enclosed_at));
