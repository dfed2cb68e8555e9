-- Messages to partners, which agencies agree on before they are sent.
create table partner_message (
    id           uuid primary key,
    partner      text not null references partner,
    state        text not null check (
        state in ('DRAFTED', 'IN_COORDINATION', 'APPROVED', 'SENT', 'ACKNOWLEDGED', 'DISCARDED')),
    document     text not null check (document is json object),
    lock_version bigint not null
);
create index partner_message_of_partner on partner_message (partner, id);

grant select, insert, update on partner_message to ${runtimeUser};
