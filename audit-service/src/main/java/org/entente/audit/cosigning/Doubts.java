package org.entente.audit.cosigning;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.entente.audit.log.LogGate;
import org.entente.audit.log.LogIdentity;
import org.entente.tlog.MalformedException;
import org.entente.tlog.SignedCheckpoint;
import org.entente.tlog.TrustPolicy.Witness;
import org.jboss.logging.Logger;

/**
 * What follows when a witness knows a larger tree than we have, or refuses ours: it is asked for the checkpoint that it cosigned. Only what our
 * own key signed counts: that closes the log. A mere number may be a lie, and must not stop us.
 */
@ApplicationScoped
class Doubts {

    private static final Logger LOG = Logger.getLogger(Doubts.class);

    private final WitnessClient client;
    private final LogGate gate;
    private final LogIdentity identity;

    Doubts(WitnessClient client, LogGate gate, LogIdentity identity) {
        this.client = client;
        this.gate = gate;
        this.identity = identity;
    }

    /** Fails if the log was rolled back; passes if the witness has no proof of it. */
    Uni<Void> about(Witness witness, long claimed) {
        LOG.warnf("The witness %s does not agree with our log (it says %d)", witness.name(), claimed);
        return cosigned(witness)
                .chain(found -> found.map(checkpoint -> gate.compareWith("the witness " + witness.name(), checkpoint))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    /** The newest checkpoint of our log that the witness has cosigned, as it says. */
    Uni<Optional<SignedCheckpoint>> cosigned(Witness witness) {
        return client.checkpoint(witness, originHash()).map(reply -> {
            if (reply.status() != 200) {
                return Optional.empty();
            }
            SignedCheckpoint checkpoint = SignedCheckpoint.parse(reply.body());
            if (!checkpoint.note().verify(witness.key()).isVerified()) {
                throw new MalformedException("the witness shows a checkpoint that it has not cosigned");
            }
            return Optional.of(checkpoint);
        });
    }

    private String originHash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(identity.origin().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
