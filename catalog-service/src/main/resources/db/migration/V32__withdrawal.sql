-- An asset that was withdrawn: its data key is gone, so nobody can read it any more, here or in a copy of the tables of
-- content. What remains is that there was one.
create table asset_withdrawal (
    asset     uuid primary key references asset,
    reason    text not null check (length(reason) between 1 and 1000),
    actor     text not null,
    withdrawn timestamptz not null
);

grant select, insert on asset_withdrawal to ${runtimeUser};
grant delete on asset_key, listed_asset to ${runtimeUser};
