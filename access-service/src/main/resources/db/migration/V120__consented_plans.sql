-- Versions of plans as crisis-service offers them for consent. They bind nobody.
create table plan_document (
    plan        text not null,
    version     integer not null check (version > 0),
    document    text not null check (document is json object),
    sha256      text not null,
    offered_at  timestamptz not null default clock_timestamp(),
    primary key (plan, version)
);

-- Consents are given here and nowhere else, each under signature over the document.
create table plan_consent (
    plan       text not null,
    version    integer not null,
    party      text not null,
    officer    text not null,
    subject    text not null,
    assurance  text not null check (assurance in ('PASSWORD', 'OTP', 'HARDWARE')),
    signature  text not null,
    at         timestamptz not null,
    primary key (plan, version, party),
    foreign key (plan, version) references plan_document
);

-- A version that all parties have consented to. Those without a digest are from before consents were given here: no order can name them.
alter table crisis_plan add column sha256 text;
alter table crisis_plan add column consented_at timestamptz;

-- One party is enough, and it is for good.
create table plan_withdrawal (
    plan    text primary key,
    at      timestamptz not null,
    party   text not null,
    reason  text not null
);

-- By whose order; absent from before orders were signed.
alter table crisis_activation add column sealed text;
create table crisis_activation_extension (
    activation   text not null,
    number       integer not null check (number > 0),
    valid_until  timestamptz not null,
    sealed       text not null,
    primary key (activation, number)
);

-- What originators let go of their controlled material while a plan is in force, given beforehand, for its every version until withdrawn.
create table plan_pre_consent (
    id            uuid primary key,
    plan          text not null,
    giver         text not null,
    material      text not null check (material is json object),
    officer       text not null,
    subject       text not null,
    given_at      timestamptz not null,
    withdrawn_at  timestamptz,
    withdrawn_by  text,
    reason        text,
    check ((withdrawn_at is null) = (withdrawn_by is null))
);
create index pre_consent_of_plan on plan_pre_consent (plan);

call keep_history_of('crisis_plan', 'id', 'version');
call keep_history_of('crisis_activation', 'id');
call keep_history_of('plan_withdrawal', 'plan');
call keep_history_of('crisis_activation_extension', 'activation', 'number');
call keep_history_of('plan_pre_consent', 'id');

grant select, insert on plan_document, plan_consent, plan_withdrawal, crisis_activation_extension, plan_pre_consent to ${runtimeUser};
grant update (withdrawn_at, withdrawn_by, reason) on plan_pre_consent to ${runtimeUser};
