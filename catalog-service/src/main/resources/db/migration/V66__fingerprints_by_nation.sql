-- Whose fingerprints there are, and whether a nation has one of a digest: each a single step into an index.
drop index fingerprint_by_digest;
create index fingerprint_by_digest on fingerprint (kind, digest, originator, holds, quiet);
create index fingerprint_by_originator on fingerprint (originator);
