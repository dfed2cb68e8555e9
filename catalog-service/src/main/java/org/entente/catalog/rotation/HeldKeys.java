package org.entente.catalog.rotation;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.entente.catalog.content.KeyUse;

/** Where wrapped keys are kept. */
enum HeldKeys {
    ROOT(KeyUse.ROOT, "root_secret", "id", "wrapped"),
    ASSET(KeyUse.ASSET, "asset_key", "asset", "wrapped"),
    ATTACHMENT(KeyUse.ATTACHMENT, "attachment_key", "id", "wrapped"),
    CONTRIBUTION(KeyUse.ASSET, "contribution", "id", "wrapped"),
    RELEASE_MARK(KeyUse.RELEASE_MARK, "release", "id", "mark");

    private final KeyUse use;
    private final String table;
    private final String id;
    private final String wrapped;
    private final String with;

    /** Beside a wrapped key stands what it is wrapped with. */
    HeldKeys(KeyUse use, String table, String id, String wrapped) {
        this.use = use;
        this.table = table;
        this.id = id;
        this.wrapped = wrapped;
        this.with = wrapped.equals("wrapped") ? "wrapped_with" : wrapped + "_wrapped_with";
    }

    KeyUse use() {
        return use;
    }

    /** The next ones not wrapped with $1, but for those that failed in the rotation $2; as many as $3. */
    String next() {
        return """
                select %2$s as id, %4$s as wrapped, %5$s as wrapped_with from %1$s held
                where %5$s <> $1 and not exists (
                    select from key_rotation_failure where rotation = $2 and kind = '%3$s' and key = held.%2$s)
                order by %5$s, %2$s limit $3 for update""".formatted(table, id, name(), wrapped, with);
    }

    String rewrap() {
        return """
                update %1$s held set %3$s = decode(fresh.wrapped, 'base64'), %4$s = $1
                from unnest($2::uuid[], $3::text[]) as fresh (id, wrapped) where held.%2$s = fresh.id""".formatted(table, id, wrapped, with);
    }

    /** How many keys of all kinds are wrapped with each key-encryption key. */
    static String census() {
        return Arrays.stream(values())
                .map(kind -> "select %1$s as wrapped_with, count(*) as held from %2$s group by %1$s"
                        .formatted(kind.with, kind.table))
                .collect(Collectors.joining(
                        " union all ",
                        "select wrapped_with, sum(held)::bigint as held from (",
                        ") as each group by wrapped_with order by wrapped_with"));
    }
}
