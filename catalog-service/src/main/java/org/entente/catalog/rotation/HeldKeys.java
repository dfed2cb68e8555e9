package org.entente.catalog.rotation;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.entente.catalog.content.KeyUse;

/** Where wrapped keys are kept. */
enum HeldKeys {
    ROOT(KeyUse.ROOT, "root_secret", "id"),
    ASSET(KeyUse.ASSET, "asset_key", "asset"),
    ATTACHMENT(KeyUse.ATTACHMENT, "attachment_key", "id");

    private final KeyUse use;
    private final String table;
    private final String id;

    HeldKeys(KeyUse use, String table, String id) {
        this.use = use;
        this.table = table;
        this.id = id;
    }

    KeyUse use() {
        return use;
    }

    /** The next ones not wrapped with $1, but for those that failed in the rotation $2; as many as $3. */
    String next() {
        return """
                select %2$s as id, wrapped, wrapped_with from %1$s held
                where wrapped_with <> $1 and not exists (
                    select from key_rotation_failure where rotation = $2 and kind = '%3$s' and key = held.%2$s)
                order by wrapped_with, %2$s limit $3 for update""".formatted(table, id, name());
    }

    String rewrap() {
        return """
                update %1$s held set wrapped = decode(fresh.wrapped, 'base64'), wrapped_with = $1
                from unnest($2::uuid[], $3::text[]) as fresh (id, wrapped) where held.%2$s = fresh.id""".formatted(table, id);
    }

    /** How many keys of all kinds are wrapped with each key-encryption key. */
    static String census() {
        return Arrays.stream(values())
                .map(kind -> "select wrapped_with, count(*) as held from " + kind.table + " group by wrapped_with")
                .collect(Collectors.joining(
                        " union all ",
                        "select wrapped_with, sum(held)::bigint as held from (",
                        ") as each group by wrapped_with order by wrapped_with"));
    }
}
