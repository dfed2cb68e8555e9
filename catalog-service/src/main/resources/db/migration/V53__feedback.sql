-- What readers of an asset tell its originator. What they write is sealed under the key of the asset.
create table feedback (
    id      uuid primary key,
    asset   uuid not null references asset,
    version integer not null check (version > 0),
    object  text,
    partner text not null,
    actor   text not null,
    kind    text not null check (kind in ('useful', 'not-useful', 'false-positive', 'request-more', 'seen')),
    comment bytea,
    given   timestamptz not null
);
create index feedback_newest_first on feedback (asset, given desc, id desc);

grant select, insert on feedback to ${runtimeUser};
