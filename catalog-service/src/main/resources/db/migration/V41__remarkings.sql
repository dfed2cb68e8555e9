-- What is to be marked anew; who proposed it and what became of it, proposal_step says. The digest binds the proposal that
-- the second person saw to its steps.
create table remarking (
    id       uuid primary key,
    asset    uuid not null,
    version  integer not null,
    change   bigint not null,
    kind     text not null check (kind in ('REDACTION', 'DOWNGRADE')),
    document text not null check (document is json object),
    seal     bytea not null,
    proposed timestamptz not null,
    foreign key (asset, version) references asset_version
);
create index remarking_by_asset on remarking (asset, proposed desc, id);

grant select, insert on remarking to ${runtimeUser};
