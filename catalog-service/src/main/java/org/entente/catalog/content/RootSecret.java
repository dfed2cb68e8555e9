package org.entente.catalog.content;

import com.google.crypto.tink.subtle.Random;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The secret from which keys for other uses are derived: made once for a database, kept wrapped in it. It is not the
 * key-encryption key, so that what was made with derived keys outlives a rotation.
 */
@ApplicationScoped
class RootSecret {
    private static final UUID ONLY = new UUID(0, 0);
    private static final String HMAC = "HmacSHA256";
    private static final String FIND = "select wrapped, wrapped_with from root_secret";
    private static final String MAKE = """
            insert into root_secret (id, wrapped, wrapped_with) values ($1, $2, $3) on conflict do nothing""";

    private final Pool pool;
    private volatile byte @Nullable [] secret;

    RootSecret(Pool pool) {
        this.pool = pool;
    }

    /** Reads the secret, or makes it if there is none; fails with an {@link IntegrityException} if it cannot be unwrapped. */
    Uni<Void> load(KeyWrapping keys) {
        return pool.query(FIND)
                .execute()
                .chain(rows -> rows.size() == 1
                        ? Uni.createFrom().item(rows)
                        : make(keys).chain(() -> pool.query(FIND).execute()))
                .invoke(rows -> secret = keys.unwrap(wrapped(rows), KeyUse.ROOT.binding(ONLY)))
                .replaceWithVoid();
    }

    private Uni<RowSet<Row>> make(KeyWrapping keys) {
        WrappedKey wrapped = keys.wrap(Random.randBytes(AesGcm.KEY_BYTES), KeyUse.ROOT.binding(ONLY));
        return pool.preparedQuery(MAKE).execute(Tuple.of(ONLY, Buffer.buffer(wrapped.bytes()), wrapped.wrappedWith()));
    }

    private static WrappedKey wrapped(RowSet<Row> rows) {
        Row row = rows.iterator().next();
        return new WrappedKey(
                row.getString("wrapped_with"), row.getBuffer("wrapped").getBytes());
    }

    /** The key of that use.
     * @throws Problem 503 before the secret was read
     */
    byte[] derive(String use) {
        byte[] root = secret;
        if (root == null) {
            throw Problem.unavailable("Keys are not there yet.");
        }
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(root, HMAC));
            return mac.doFinal(("entente.catalog.derived-key.1 " + use).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException exception) {
            throw new IllegalStateException("Every Java platform has " + HMAC + ".", exception);
        }
    }
}
