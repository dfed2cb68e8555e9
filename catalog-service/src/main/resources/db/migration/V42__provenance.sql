-- Where everything comes from, as W3C PROV has it: entities and what they were derived from. Written by triggers in the
-- transaction of what they tell of, so that no way of writing a version, a tearline or a change of labels can forget it.
create table prov_entity (
    id       bigint generated always as identity primary key,
    name     text not null unique,
    kind     text not null check (kind in ('version', 'tearline', 'marking', 'copy')),
    asset    uuid not null references asset,
    version  integer not null,
    label    text references label,
    proposal uuid,
    at       timestamptz not null,
    actor    text
);
create index prov_entity_by_asset on prov_entity (asset, kind, version);

create table prov_derivation (
    derived bigint not null references prov_entity,
    source  bigint not null references prov_entity,
    kind    text not null check (kind in ('derivation', 'quotation', 'primary-source', 'revision', 'sanitisation', 'remarking', 'copy')),
    at      timestamptz not null,
    actor   text,
    reason  text,
    primary key (derived, source, kind),
    check (derived <> source)
);
create index prov_derivation_by_source on prov_derivation (source, derived);

-- Who is behind an entity, and who holds it: nations, each with what it is to the entity.
create table prov_agent (
    entity bigint not null references prov_entity,
    nation text not null check (nation ~ '^[A-Z]{3}$'),
    role   text not null check (role in ('originator', 'contributor', 'custodian')),
    at     timestamptz not null,
    primary key (entity, nation, role)
);

grant select, insert on prov_entity, prov_derivation, prov_agent to ${runtimeUser};

create function prov_of_version() returns trigger language plpgsql as $$
declare
    entity bigint;
begin
    insert into prov_entity (name, kind, asset, version, at, actor)
    values ('assets/' || new.asset || '/versions/' || new.version, 'version', new.asset, new.version, new.registered, new.actor)
    returning id into entity;
    insert into prov_agent (entity, nation, role, at)
    select entity, originator, 'originator', new.registered from asset where id = new.asset;
    insert into prov_derivation (derived, source, kind, at, actor)
    select entity, e.id, 'revision', new.registered, new.actor from prov_entity e
    where e.asset = new.asset and e.kind = 'version' and e.version < new.version order by e.version desc limit 1;
    return null;
end $$;
create trigger prov_of_version after insert on asset_version for each row execute function prov_of_version();

create function prov_of_tearline() returns trigger language plpgsql as $$
declare
    entity bigint;
begin
    insert into prov_entity (name, kind, asset, version, label, proposal, at)
    values ('assets/' || new.asset || '/tearlines/' || new.id, 'tearline', new.asset, new.version, new.label, new.id, new.drafted)
    returning id into entity;
    insert into prov_agent (entity, nation, role, at)
    select entity, originator, 'originator', new.drafted from asset where id = new.asset;
    insert into prov_derivation (derived, source, kind, at)
    select entity, e.id, 'sanitisation', new.drafted from prov_entity e
    where e.asset = new.asset and e.kind = 'version' and e.version = new.version;
    return null;
end $$;
create trigger prov_of_tearline after insert on tearline for each row execute function prov_of_tearline();

-- A tearline that comes or goes changes no portion.
create function prov_of_marking() returns trigger language plpgsql as $$
declare
    entity bigint;
begin
    if exists (select from remarking where id = new.cause) then
        insert into prov_entity (name, kind, asset, version, proposal, at)
        values ('assets/' || new.asset || '/versions/' || new.version || '/markings/' || new.cause, 'marking', new.asset, new.version,
                new.cause, new.at)
        returning id into entity;
        insert into prov_derivation (derived, source, kind, at)
        select entity, e.id, 'remarking', new.at from prov_entity e
        where e.asset = new.asset and e.kind = 'version' and e.version = new.version;
    end if;
    return null;
end $$;
create trigger prov_of_marking after insert on marking_change for each row execute function prov_of_marking();

insert into prov_entity (name, kind, asset, version, at, actor)
select 'assets/' || asset || '/versions/' || version, 'version', asset, version, registered, actor
from asset_version order by registered, version;
insert into prov_agent (entity, nation, role, at)
select e.id, a.originator, 'originator', e.at from prov_entity e join asset a on a.id = e.asset;
insert into prov_derivation (derived, source, kind, at, actor)
select n.id, o.id, 'revision', n.at, n.actor from prov_entity n
join prov_entity o on o.asset = n.asset and o.kind = 'version' and o.version = n.version - 1;
