-- Every version of a plan that was ever on the table, as its bytes are signed.
create table plan_version (
    plan         uuid not null references plan,
    version      integer not null check (version > 0),
    terms        text not null check (terms is json object),
    proposed_by  text not null,
    proposed_at  timestamptz not null,
    primary key (plan, version)
);
insert into plan_version (plan, version, terms, proposed_by, proposed_at) select id, version, terms, '', now() from plan;
alter table plan add column open_version integer;
update plan set open_version = version;
alter table plan alter column open_version set not null;

-- The terms that count become those of another version, and never anything else: so only this can change them.
create function agree_plan_version(agreed_plan uuid, agreed integer) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    update plan set version = agreed, revision = revision + 1, state = 'AGREED',
           terms = (select laid.terms from plan_version laid where laid.plan = agreed_plan and laid.version = agreed)
     where id = agreed_plan and state <> 'WITHDRAWN' and agreed between version and open_version;
    if not found then
        raise exception 'There is no such version to agree on.';
    end if;
end $$;
revoke all on function agree_plan_version(uuid, integer) from public;

-- Signals say how sure and how grave, of whom they tell, and how soon they fade.
alter table signal add column confidence integer not null default 100 check (confidence between 0 and 100);
alter table signal add column severity text check (severity in ('LOW', 'MODERATE', 'HIGH', 'CRITICAL'));
alter table signal add column half_life_seconds bigint check (half_life_seconds > 0);
alter table signal add column partner text;
alter table signal add column observed_at timestamptz;
alter table signal add column via text not null default 'API' check (via in ('API', 'EVENT', 'TAXII', 'WEBHOOK'));
-- What its source calls it, so that it counts once however often it is delivered.
alter table signal add column reference text;
create unique index signal_once on signal (via, source, reference) where reference is not null;
create index signal_observed on signal (indicator, coalesce(observed_at, reported_at));

-- Whether a criterion is held to be met: of a plan, of what ends it early, or of a rule of degradation.
create table gate (
    owner    text not null,
    subject  text not null default '',
    open     boolean not null,
    since    timestamptz,
    pending  timestamptz,
    because  text not null default '[]' check (because is json array),
    primary key (owner, subject)
);

-- Activations are orders: about a document, by persons, for longer only by a fresh decision.
alter table activation add column plan_sha256 text not null default '';
alter table activation add column persons text not null default '[]' check (persons is json array);
alter table activation add column longest_seconds bigint;
update activation set longest_seconds = duration_seconds;
alter table activation alter column longest_seconds set not null;
alter table activation add column extended_seconds bigint not null default 0 check (extended_seconds >= 0);
alter table activation add column extensions integer not null default 0;
-- In its place: never past what was asked for and then decided on, and in all never past what the plan allowed, whoever writes.
alter table activation drop constraint activation_check1;
alter table activation add constraint as_long_as_decided
    check (active_until = active_from + (duration_seconds + extended_seconds) * interval '1 second');
alter table activation add constraint never_past_the_plan check (duration_seconds + extended_seconds <= longest_seconds);

create table activation_extension (
    activation            uuid not null references activation,
    number                integer not null check (number > 0),
    revision              integer not null,
    seconds               bigint not null check (seconds > 0),
    reason                text not null,
    criterion_met         boolean not null,
    requested_by_subject  text not null,
    requested_by          text not null,
    requested_at          timestamptz not null,
    confirm_by            timestamptz not null,
    persons               text not null check (persons is json array),
    decided_at            timestamptz,
    primary key (activation, number)
);

-- Who must be told of an activation, and by when.
create table duty (
    id          uuid primary key,
    activation  uuid not null references activation,
    who         text not null check (who in ('ORIGINATORS', 'PARTNERS', 'OVERSIGHT')),
    what        text not null,
    due         timestamptz not null,
    done_at     timestamptz,
    done_by     text,
    how         text,
    content     text check (content is json object),
    missed_at   timestamptz,
    check ((done_at is null) = (done_by is null))
);
create index duty_of_activation on duty (activation);
create index duty_open on duty (due) where done_at is null and missed_at is null;

grant execute on function agree_plan_version(uuid, integer) to ${runtimeUser};
grant select, insert on plan_version, activation_extension, duty to ${runtimeUser};
grant select, insert, update on gate to ${runtimeUser};
grant update (open_version) on plan to ${runtimeUser};
grant update (persons, extended_seconds, extensions) on activation to ${runtimeUser};
grant update (revision, persons, decided_at) on activation_extension to ${runtimeUser};
grant update (done_at, done_by, how, content, missed_at) on duty to ${runtimeUser};
