-- What partners contributed, and what became of it. What is right became an asset of the contributor's own; what is wrong
-- is kept here, sealed under the contribution's own key, for the home side to look at.
create table contribution (
    id           uuid primary key,
    partner      text not null check (partner ~ '^[A-Z]{3}$'),
    root         text not null,
    category     text not null,
    received     timestamptz not null,
    actor        text not null,
    objects      integer not null check (objects > 0),
    asset        uuid references asset,
    wrapped      bytea not null,
    wrapped_with text not null
);
create index contribution_newest_first on contribution (received desc, id desc);

create table contribution_outcome (
    contribution uuid not null references contribution,
    place        integer not null check (place >= 0),
    object       text not null,
    version      timestamptz not null,
    outcome      text not null check (outcome in ('accepted', 'merged', 'quarantined')),
    message      text,
    content      bytea,
    primary key (contribution, place),
    check ((outcome = 'quarantined') = (content is not null))
);

-- What a partner contributed already: a second time it is the same, and not stored again. The epoch stands for no version.
create table contributed_object (
    partner        text not null,
    object         text not null,
    object_version timestamptz not null,
    sha256         text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    contribution   uuid not null references contribution deferrable initially deferred,
    primary key (partner, object, object_version)
);

grant select, insert on contribution, contribution_outcome to ${runtimeUser};
grant select, insert, delete on contributed_object to ${runtimeUser};
