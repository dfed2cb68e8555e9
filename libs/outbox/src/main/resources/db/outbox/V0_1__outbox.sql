-- Events wait here, written in the transaction of what they tell, until the relay has handed them to Kafka.
create table outbox (
    seq      bigint generated always as identity primary key,
    subject  text not null,
    event    text not null check (event is json object)
);

-- Identifiers of events already applied, so that a second delivery changes nothing.
create table inbox (
    source   text not null,
    event_id uuid not null,
    at       timestamptz not null default now(),
    primary key (source, event_id)
);

-- Answers to creating requests that carried an Idempotency-Key, so that a repetition gets the first answer.
create table idempotency (
    caller   text not null,
    key      text not null,
    request  text not null,
    location text,
    answer   text,
    at       timestamptz not null default now(),
    primary key (caller, key)
);

-- Wakes the relay at commit, whoever wrote.
create function outbox_written() returns trigger language plpgsql as $$
begin
    notify outbox;
    return null;
end $$;
create trigger outbox_written after insert on outbox for each statement execute function outbox_written();

grant select, insert, delete on outbox, inbox to ${runtimeUser};
grant select, insert, update, delete on idempotency to ${runtimeUser};
