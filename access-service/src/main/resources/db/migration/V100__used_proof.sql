-- Proofs of possession (RFC 9449) that were used: the digest of key and identifier, until nobody would accept it any more.
create table used_proof (
    id    bytea primary key check (octet_length(id) = 32),
    until timestamptz not null
);
create index used_proof_until on used_proof (until);

grant select, insert, delete on used_proof to ${runtimeUser};
