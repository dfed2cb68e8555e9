-- What objects are about, as keyed digests: equal where two are about the same, and telling nothing to who lacks the key.
-- A quiet one makes nobody else learn of a match; its own originator does.
create table fingerprint (
    asset      uuid not null references asset,
    object     text not null,
    originator text not null,
    kind       text not null check (kind in ('observable', 'identity', 'sighting')),
    digest     bytea not null check (length(digest) = 32),
    -- who sights an object does not hold it
    holds      boolean not null,
    quiet      boolean not null,
    primary key (asset, object, kind, digest, holds)
);
create index fingerprint_by_digest on fingerprint (kind, digest, originator);

-- That something of an originator's matched something of somebody else's; once, and without a word of whose or what.
create table match_notice (
    id         uuid primary key default gen_random_uuid(),
    originator text not null,
    kind       text not null,
    digest     bytea not null,
    found      timestamptz not null,
    unique (originator, kind, digest)
);
create index match_notice_newest_first on match_notice (originator, found desc, id desc);

-- An originator's offer to those who have the same match: it says who offers, and what of its own.
create table match_offer (
    id      uuid primary key,
    notice  uuid not null references match_notice,
    assets  uuid[] not null,
    offered timestamptz not null,
    actor   text not null
);
create index match_offer_by_notice on match_offer (notice);

grant select, insert, delete on fingerprint to ${runtimeUser};
grant select, insert on match_notice, match_offer to ${runtimeUser};
