-- Who may attest that persons of a partner were trained: proposed by one officer of the home side, confirmed by another.
create table training_authority (
    id           uuid primary key,
    partner      text not null references partner,
    valid_until  timestamptz not null,
    state        text not null check (state in ('PROPOSED', 'IN_FORCE', 'WITHDRAWN')),
    terms        text not null check (terms is json object),
    proposed_by  text not null,
    proposer     text not null,
    proposed_at  timestamptz not null,
    confirmed_by text check (confirmed_by <> proposed_by),
    confirmer    text,
    confirmed_at timestamptz,
    withdrawer   text,
    withdrawn_at timestamptz,
    reason       text,
    lock_version bigint not null
);
create index training_authority_of_partner on training_authority (partner);

-- That persons of one partner have attended a course: by an authority, or by completing an exercise.
create table attestation_sheet (
    id          uuid primary key,
    partner     text not null references partner,
    course      text not null,
    authority   uuid references training_authority,
    exercise    text,
    valid_from  timestamptz not null,
    valid_until timestamptz not null check (valid_until > valid_from),
    issuer      text not null,
    issued_at   timestamptz not null,
    check ((authority is null) <> (exercise is null))
);
create index attestation_sheet_of_authority on attestation_sheet (authority, issued_at, id);

create table attestation (
    sheet      uuid not null references attestation_sheet,
    person     text not null,
    name       text,
    revoker    text,
    revoked_at timestamptz,
    reason     text,
    primary key (sheet, person)
);
create index attestation_of_person on attestation (person);

call keep_history_of('training_authority', 'id');
call keep_history_of('attestation_sheet', 'id');
call keep_history_of('attestation', 'sheet', 'person');

grant select, insert on training_authority, attestation_sheet, attestation to ${runtimeUser};
grant update (state, confirmed_by, confirmer, confirmed_at, withdrawer, withdrawn_at, reason, lock_version)
    on training_authority to ${runtimeUser};
grant update (revoker, revoked_at, reason) on attestation to ${runtimeUser};
