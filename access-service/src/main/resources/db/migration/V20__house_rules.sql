-- Versions of named sets of house rules; what a version says never changes.
create table house_rule_set (
    id           uuid primary key,
    name         text not null,
    version      integer not null,
    state        text not null check (state in ('PROPOSED', 'IN_FORCE', 'SUPERSEDED', 'WITHDRAWN')),
    document     text not null check (document is json object),
    proposed_by  text not null,
    proposer     text not null,
    proposed_at  timestamptz not null,
    approver     text,
    approved_at  timestamptz,
    lock_version bigint not null,
    unique (name, version)
);
create unique index house_rules_in_force on house_rule_set (name) where state = 'IN_FORCE';

grant select, insert on house_rule_set to ${runtimeUser};
grant update (state, approver, approved_at, lock_version) on house_rule_set to ${runtimeUser};
