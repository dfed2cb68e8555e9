-- Transparency reports: what each partner and person contributed to a month's figures, the budget of a year, what was drawn, and what was published.

insert into follower (name) values ('transparency') on conflict do nothing;

-- How often somebody did something in a month. Persons stand here under a pseudonym of that month, of which only the secret below is the key.
create table contribution (
    month   date not null check (extract(day from month) = 1),
    cell    text not null,
    partner text not null,
    person  text not null,
    count   bigint not null check (count > 0),
    primary key (month, cell, partner, person)
);

create table contribution_secret (
    month  date primary key,
    secret bytea not null check (octet_length(secret) = 32)
);

-- Privacy of a reporting year, in millionths: what there is, and what is spent. It is never given back.
create table privacy_budget (
    year  integer primary key,
    total bigint not null check (total > 0),
    spent bigint not null default 0 check (spent between 0 and total)
);

-- A report in its versions: a correction is a new one beside the old.
create table transparency_report (
    period       text not null,
    version      integer not null check (version > 0),
    state        text not null check (state in ('drafted', 'published', 'discarded')),
    -- What was drawn, with the parameters; it never changes, also when the draft is discarded.
    figures      text not null check (figures is json object),
    foreword     text not null default '',
    -- What a correction corrects.
    reason       text,
    revision     integer not null default 1,
    drafted_by   text not null,
    drafter      text not null,
    drafted      timestamptz not null default now(),
    published_by text,
    publisher    text,
    published    timestamptz,
    primary key (period, version),
    check ((state = 'published') = (published is not null)),
    check (published_by is null or published_by <> drafted_by)
);
-- Only one version is in the making.
create unique index transparency_draft on transparency_report (period) where state = 'drafted';

grant select, insert, update on contribution to ${runtimeUser};
grant select, insert on contribution_secret to ${runtimeUser};
grant select, insert, update (spent) on privacy_budget to ${runtimeUser};
grant select, insert, update (state, foreword, revision, published_by, publisher, published, drafted_by, drafter)
    on transparency_report to ${runtimeUser};
