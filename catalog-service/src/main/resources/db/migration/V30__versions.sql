-- What the portions of a version are; sealed into the list of them, so that it cannot be taken for something else.
alter table asset_version add column form text not null default 'stix' check (form in ('stix', 'document'));

-- A new version takes the place of the one before in lists; the versions themselves are never changed.
grant update (version, label_set, seal) on listed_asset to ${runtimeUser};
