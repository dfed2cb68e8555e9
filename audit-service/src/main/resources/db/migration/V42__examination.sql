-- Examinations: somebody from outside gets, for a time, to read and to check; findings are answered and tracked.

insert into follower (name) values ('examination') on conflict do nothing;

create table examination (
    id          uuid primary key,
    title       text not null,
    -- The examiner: by sub, or else by name and nation.
    subject     text,
    name        text not null,
    nation      text not null,
    opens       timestamptz not null,
    closes      timestamptz not null check (closes > opens),
    first_index bigint not null check (first_index >= 0),
    -- First index no more; absent until the checkpoint is fixed, whose size it is then at most.
    end_index   bigint,
    sample      integer not null check (sample > 0),
    state       text not null check (state in ('proposed', 'invited', 'committed', 'drawn', 'concluded', 'withdrawn')),
    version     integer not null default 1,
    proposed_by text not null,
    invited_by  text,
    commitment  text,
    checkpoint  text,
    nonce       text,
    opinion     text,
    created     timestamptz not null default now(),
    check (invited_by is null or invited_by <> proposed_by),
    check ((checkpoint is null) = (commitment is null)),
    check (nonce is null or commitment is not null)
);

-- Every entry that the draw came by, in its order; those that are decisions are the sample.
create table examination_item (
    examination uuid not null references examination,
    position    integer not null,
    index       bigint not null,
    type        text not null,
    decision    text,
    primary key (examination, position),
    unique (examination, index)
);

-- What access-service told of the sample, as it stands in the log: decisions taken again, and the policy of an epoch.
create table examination_answer (
    examination uuid not null references examination,
    index       bigint not null,
    kind        text not null check (kind in ('replay', 'policy')),
    subject     text not null,
    epoch       bigint not null,
    same        boolean,
    primary key (examination, index)
);

create table examination_finding (
    id          uuid primary key,
    examination uuid not null references examination,
    title       text not null,
    state       text not null check (state in ('raised', 'answered', 'accepted', 'remedied', 'closed', 'withdrawn')),
    version     integer not null default 1,
    -- Until when it is to be put right, as the answer says.
    due         timestamptz,
    -- Who says that it was put right.
    remedied_by text
);
create index examination_finding_of on examination_finding (examination);

create table examination_finding_act (
    finding uuid not null references examination_finding,
    version integer not null,
    at      timestamptz not null default now(),
    subject text not null,
    name    text not null,
    move    text not null,
    text    text not null,
    primary key (finding, version)
);

grant select, insert, update (state, version, end_index, invited_by, commitment, checkpoint, nonce, opinion) on examination to ${runtimeUser};
grant select, insert on examination_item, examination_answer, examination_finding_act to ${runtimeUser};
grant select, insert, update (state, version, due, remedied_by) on examination_finding to ${runtimeUser};
