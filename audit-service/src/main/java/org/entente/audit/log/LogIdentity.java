package org.entente.audit.log;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.entente.tlog.Handover;
import org.entente.tlog.KeyChain;
import org.entente.tlog.VerifierKey;

/** By which keys this log is known, one after the other. */
@ApplicationScoped
public class LogIdentity {

    private final Pool pool;
    private final LogKeys keys;

    LogIdentity(Pool pool, LogKeys keys) {
        this.pool = pool;
        this.keys = keys;
    }

    /** The log's name in checkpoints. */
    public String origin() {
        return keys.origin();
    }

    /** The key in charge. */
    public VerifierKey key() {
        return keys.current().verifierKey();
    }

    /** A signature of the key in charge over a text that no checkpoint can be: one without a line break. */
    public byte[] sign(String text) {
        if (text.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("this could be taken for a note");
        }
        return keys.current().sign(text);
    }

    /** All keys, from the first one on. */
    public Uni<KeyChain> chain() {
        return chain(pool);
    }

    Uni<KeyChain> chain(SqlClient connection) {
        return connection
                .preparedQuery("select previous, note from log_handover order by size")
                .execute()
                .map(rows -> {
                    List<Handover> handovers = new ArrayList<>();
                    List<VerifierKey> first = new ArrayList<>();
                    rows.forEach(row -> {
                        first.add(VerifierKey.parse(row.getString("previous")));
                        handovers.add(Handover.parse(row.getString("note")));
                    });
                    return KeyChain.of(first.isEmpty() ? beforeAnyHandover() : first.get(0), handovers);
                });
    }

    /** The first hand-over may be about to take place; a log that began with two keys is signed by both. */
    private VerifierKey beforeAnyHandover() {
        return keys.previous().orElse(keys.current()).verifierKey();
    }

    /** The notes of all hand-overs, with an empty line between. */
    Uni<String> handovers() {
        return chain().map(chain -> String.join(
                "\n",
                chain.handovers().stream()
                        .map(handover -> handover.note().toString())
                        .toList()));
    }
}
