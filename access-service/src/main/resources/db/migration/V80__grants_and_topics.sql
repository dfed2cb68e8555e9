-- Who issued a grant, and when and for whom; not known of those from before. The first two say who may not review it.
alter table partner_grant
    add column issued_by    text,
    add column requested_by text,
    add column issued_at    timestamptz not null default clock_timestamp();

-- Named sets of assets, to which grants may be bound.
create table topic (
    name         text primary key,
    title        text not null,
    lock_version bigint not null
);
create table topic_asset (
    topic text not null references topic,
    asset text not null,
    primary key (topic, asset)
);

call keep_history_of('partner_grant', 'id');
call keep_history_of('topic_asset', 'topic', 'asset');

-- How many assets the live grants of a partner name, by themselves and by topics: who lists has to ask about each.
create function named_assets(of_partner text) returns bigint language sql stable as $$
    with bound as (
        select terms::json as terms from partner_grant
        where partner = of_partner and state = 'LIVE' and (terms like '%"assets"%' or terms like '%"topics"%')
    )
    select count(*) from (
        select json_array_elements_text(terms -> 'assets') as asset from bound
        union
        select topic_asset.asset from bound
        cross join lateral json_array_elements_text(terms -> 'topics') as named (topic)
        join topic_asset on topic_asset.topic = named.topic
    ) as named
$$;

grant select, insert, update on topic to ${runtimeUser};
grant select, insert, delete on topic_asset to ${runtimeUser};
