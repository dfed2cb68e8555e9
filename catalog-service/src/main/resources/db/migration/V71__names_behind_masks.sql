-- By what name a partner was handed an object that is ours behind its masks, so that it can ask for it by that name. The name
-- cannot be traced back without the key; who may be handed the object by it is decided each time.
create table shelf_alias (
    partner text not null check (partner ~ '^[A-Z]{3}$'),
    alias   text not null,
    object  text not null,
    primary key (partner, alias)
);
grant select, insert on shelf_alias to ${runtimeUser};
