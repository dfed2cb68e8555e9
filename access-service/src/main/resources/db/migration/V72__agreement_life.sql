alter table agreement drop constraint agreement_state_check;
alter table agreement add constraint agreement_state_check
    check (state in ('DRAFTED', 'PROPOSED', 'COUNTERED', 'IN_FORCE', 'SUSPENDED', 'ENDED'));
-- The version that is negotiated while another is in force.
alter table agreement add column amendment_version integer;
alter table agreement add column amendment text check (amendment is json object);
alter table agreement add column latest_version integer; -- absent: the version itself
alter table agreement add column suspensions integer not null default 0;
alter table agreement add column suspended_by text;
alter table agreement add column suspended_at timestamptz;
alter table agreement add column suspension_reason text;
alter table agreement add constraint amendment_is_a_version check ((amendment is null) = (amendment_version is null));

-- Every version that was ever on the table, as its bytes were signed.
create table agreement_version (
    agreement uuid not null references agreement,
    version   integer not null,
    kind      text not null check (kind in ('PROPOSAL', 'COUNTER', 'AMENDMENT', 'REOPENING')),
    document  text not null check (document is json object),
    sha256    text not null,
    party     text not null,
    officer   text not null,
    note      text,
    at        timestamptz not null,
    primary key (agreement, version)
);

-- Signed over the document of the version; those from before have no signature.
alter table agreement_consent add column subject text not null default '';
alter table agreement_consent add column assurance text not null default 'PASSWORD' check (assurance in ('PASSWORD', 'OTP', 'HARDWARE'));
alter table agreement_consent add column signature text not null default '';

-- That a party would resume what was suspended; it takes all of them, after each suspension anew.
create table agreement_resumption (
    agreement  uuid not null references agreement,
    suspension integer not null,
    party      text not null,
    officer    text not null,
    subject    text not null,
    at         timestamptz not null,
    signature  text not null,
    primary key (agreement, suspension, party)
);

-- Parties besides the first one, by which a party finds its agreements.
create table agreement_party (
    agreement uuid not null references agreement,
    party     text not null references partner,
    primary key (agreement, party)
);
insert into agreement_party (agreement, party) select id, partner from agreement;
create index agreement_of_party on agreement_party (party);

-- What was done because of a confirmed breach.
create table sanction (
    investigation text not null,
    agreement     uuid references agreement,
    partner       text not null references partner,
    step          text not null,
    until         timestamptz,
    applied_at    timestamptz not null
);
create unique index sanction_once on sanction (investigation, coalesce(agreement, '00000000-0000-0000-0000-000000000000'::uuid), partner, step);

call keep_history_of('agreement', 'id');

grant select, insert on agreement_version, agreement_resumption, agreement_party, sanction to ${runtimeUser};
