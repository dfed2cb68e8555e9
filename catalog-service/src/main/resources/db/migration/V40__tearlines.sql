-- What two persons do: one proposes, another one decides. Steps are only ever added; each is authenticated under a key that
-- the database does not have, so that writing a row here approves nothing.
create table proposal_step (
    proposal uuid not null,
    step     integer not null check (step > 0),
    state    text not null check (state in ('PROPOSED', 'APPROVED', 'REJECTED', 'WITHDRAWN')),
    person   text not null,
    actor    text not null,
    reason   text,
    at       timestamptz not null,
    seal     bytea not null,
    primary key (proposal, step)
);

-- Which masks are put on what is shown; the newest approved version is in force.
create table masking_policy (
    version  integer primary key check (version > 0),
    proposal uuid not null unique,
    document text not null check (document is json object)
);

-- Sanitised versions of a version of an asset, drafted once and never changed; what became of them, proposal_step says. The
-- content is sealed under the asset's data key and the tearline's own label; what it is made of is listed in the clear.
create table tearline (
    id      uuid primary key,
    asset   uuid not null,
    version integer not null,
    label   text not null references label,
    sources text[] not null check (cardinality(sources) > 0),
    sha256  text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    content bytea not null,
    drafted timestamptz not null,
    foreign key (asset, version) references asset_version
);
create index tearline_by_asset on tearline (asset, version, drafted desc, id);

grant select, insert on proposal_step, masking_policy, tearline to ${runtimeUser};

-- Labels of an asset's version change when a tearline is approved or withdrawn, and when portions are marked anew; what is
-- bound to the label is then sealed anew in the same transaction.
create table marking_change (
    id      bigint generated always as identity primary key,
    asset   uuid not null references asset,
    version integer not null,
    cause   uuid not null,
    at      timestamptz not null default clock_timestamp()
);
create index marking_change_by_asset on marking_change (asset, id desc);

grant select, insert on marking_change to ${runtimeUser};
grant delete on asset_label to ${runtimeUser};
grant update (portions) on asset_label to ${runtimeUser};
grant update (label, content) on portion to ${runtimeUser};
grant update (title, purpose_note, title_label, seal) on asset_version to ${runtimeUser};
grant update (label_set, seal) on listed_asset to ${runtimeUser};

-- Counts the changes of labels, one after the other; who reads many assets sees whether there was one meanwhile.
create table marking_epoch (
    single boolean primary key default true check (single),
    epoch  bigint not null
);
insert into marking_epoch (epoch) values (0);
grant select on marking_epoch to ${runtimeUser};
grant update (epoch) on marking_epoch to ${runtimeUser};
