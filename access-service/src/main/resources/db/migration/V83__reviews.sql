-- Why grants are to be reviewed: whatever happens is noted with it, and a campaign opened for it once.
create table review_cause (
    id         text primary key,
    kind       text not null check (kind in ('ORDERED', 'SCHEDULE', 'POSTURE', 'ANOMALY', 'ENDING')),
    partner    text,
    person     text,
    at         timestamptz not null default clock_timestamp(),
    document   text not null check (document is json object),
    handled_at timestamptz,
    campaign   uuid
);
create index review_cause_open on review_cause (at) where handled_at is null;
create index review_cause_of_partner on review_cause (partner, at) where kind = 'ANOMALY';

create table review_schedule (
    name         text primary key,
    next_at      timestamptz not null,
    document     text not null check (document is json object),
    lock_version bigint not null
);

create table review_campaign (
    id           uuid primary key,
    partner      text,
    state        text not null check (state in ('OPEN', 'CLOSED')),
    opened_at    timestamptz not null,
    due_at       timestamptz not null,
    remind_at    timestamptz,
    escalated_at timestamptz,
    document     text not null check (document is json object),
    lock_version bigint not null
);
create index review_campaign_open on review_campaign (due_at) where state = 'OPEN';

-- A grant in a campaign. It is reviewed in one open campaign at most.
create table review_line (
    id           uuid primary key,
    campaign     uuid not null references review_campaign,
    grant_id     uuid not null references partner_grant,
    is_open      boolean not null default true,
    document     text not null check (document is json object),
    lock_version bigint not null,
    unique (campaign, grant_id)
);
create unique index review_line_open on review_line (grant_id) where is_open;

-- A posture that falls, by whatever way, has the partner's grants reviewed.
create function note_fall_of_posture() returns trigger language plpgsql as $$
declare
    postures constant text[] := array['NORMAL', 'WATCH', 'CONTAINED', 'SUSPENDED'];
begin
    if array_position(postures, new.posture) > array_position(postures, old.posture) then
        insert into review_cause (id, kind, partner, document)
        values (gen_random_uuid()::text, 'POSTURE', new.code,
            json_build_object('from', lower(old.posture), 'to', lower(new.posture))::text);
    end if;
    return null;
end $$;
create trigger posture_falls after update of posture on partner for each row execute function note_fall_of_posture();

grant select, insert, update on review_cause, review_schedule, review_campaign, review_line to ${runtimeUser};
