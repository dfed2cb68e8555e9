-- Who speaks for a partner: named, with the identity provider they come through and who vouched for them, until when.
create table counterpart (
    id                uuid primary key,
    partner           text not null references partner,
    name              text not null,
    office            text not null,
    account           text not null,
    identity_provider text not null,
    vouched_by        text not null,
    voucher           text not null,
    vouched_at        timestamptz not null,
    verified_until    timestamptz not null,
    dismissed_at      timestamptz,
    dismissed_by      text,
    check (verified_until > vouched_at)
);
create index counterpart_of_partner on counterpart (partner, account);

create table contact (
    id         uuid primary key,
    partner    text not null references partner,
    purpose    text not null,
    name       text not null,
    channel    text not null,
    address    text not null,
    entered_by text not null,
    entered_at timestamptz not null,
    removed_at timestamptz,
    removed_by text
);
create index contact_of_partner on contact (partner);

-- The newest of a kind counts. Never changed: a wrong one is followed by a better one.
create table risk_assessment (
    id          uuid primary key,
    partner     text not null references partner,
    kind        text not null check (kind in ('THIRD_PARTY', 'SUPPLY_CHAIN')),
    level       text not null check (level in ('LOW', 'MODERATE', 'HIGH', 'CRITICAL')),
    findings    text not null check (findings is json array),
    assessor    text not null,
    entered_by  text not null,
    entered_at  timestamptz not null,
    valid_until timestamptz not null,
    check (valid_until > entered_at)
);
create index assessment_of_partner on risk_assessment (partner, kind, entered_at);

-- Public keys with which officers sign for their party. The home side is a party, too.
create table officer_key (
    kid           text primary key,
    party         text not null,
    officer       text not null,
    jwk           text not null check (jwk is json object),
    state         text not null check (state in ('PROPOSED', 'VOUCHED', 'REVOKED')),
    registered_by text not null,
    registrar     text not null,
    registered_at timestamptz not null,
    vouched_by    text,
    voucher       text,
    vouched_at    timestamptz,
    revoked_by    text,
    revoked_at    timestamptz,
    lock_version  bigint not null
);
create index key_of_party on officer_key (party);

-- Public halves of the keys with which this service seals acts; none is ever forgotten, or old seals could not be verified.
create table seal_key (
    kid   text primary key,
    jwk   text not null check (jwk is json object),
    since timestamptz not null default clock_timestamp()
);

-- What a partner told of its own compromise; the exposure is worked out from what is on record.
create table compromise_report (
    id          uuid primary key,
    partner     text not null references partner,
    since       timestamptz not null,
    description text not null,
    posture     text not null check (posture in ('CONTAINED', 'SUSPENDED')),
    persons     text not null check (persons is json array),
    reported_by text not null,
    reporter    text not null,
    reported_at timestamptz not null
);
create index report_of_partner on compromise_report (partner, reported_at);
create index decision_of_partner on decision (partner, recorded_at) where decision;
create index disclosure_of_partner on disclosure (partner, recorded_at);

grant select, insert on risk_assessment, seal_key, compromise_report to ${runtimeUser};
grant select, insert on counterpart, contact to ${runtimeUser};
grant update (dismissed_at, dismissed_by) on counterpart to ${runtimeUser};
grant update (removed_at, removed_by) on contact to ${runtimeUser};
grant select, insert, update on officer_key to ${runtimeUser};
