-- Which words the newest version of an asset has, under which label. A token is a keyed digest of label and word: without the key it
-- says neither, and the same word under another label has another token, so that looking for a word costs a reader nothing of what
-- is under labels that are not theirs to see. The portion is the first with the word under that label; -1 is the title.
create table search_posting (
    token bytea not null check (length(token) = 16),
    asset uuid not null references asset,
    seq   integer not null check (seq >= -1),
    primary key (token, asset)
);
create index search_posting_by_asset on search_posting (asset);

grant select, insert, delete on search_posting to ${runtimeUser};
