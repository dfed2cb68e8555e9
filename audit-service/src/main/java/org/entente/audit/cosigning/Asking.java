package org.entente.audit.cosigning;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.entente.audit.log.PublishedLog;
import org.entente.tlog.MalformedException;
import org.entente.tlog.Note;
import org.entente.tlog.NoteSignature;
import org.entente.tlog.SignedCheckpoint;
import org.entente.tlog.TrustPolicy.Witness;
import org.entente.tlog.WitnessRequest;
import org.jboss.logging.Logger;

/** Asks one witness, one question at a time. */
final class Asking {

    private static final Logger LOG = Logger.getLogger(Asking.class);
    private static final int OK = 200;
    private static final int CONFLICT = 409;
    private static final String SIZE = "text/x.tlog.size";

    private final Witness witness;
    private final Tools tools;
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile Breaker breaker = Breaker.FRESH;
    private volatile long cosigned;

    Asking(Witness witness, Tools tools) {
        this.witness = witness;
        this.tools = tools;
    }

    /** What every asking needs. */
    record Tools(WitnessClient client, CosignedCheckpoints cosigned, PublishedLog log, Doubts doubts) {}

    /** Asks about this checkpoint, unless the last question is still open or the witness is spared; never fails. */
    Uni<Void> ask(SignedCheckpoint signed) {
        boolean isAnswered = cosigned == signed.checkpoint().size();
        if (isAnswered || !breaker.allows(Instant.now()) || !busy.compareAndSet(false, true)) {
            return Uni.createFrom().voidItem();
        }
        return tools.cosigned()
                .known(witness)
                .chain(known -> ask(signed, known, true))
                .invoke(() -> breaker = Breaker.FRESH)
                .onFailure()
                .invoke(failure -> {
                    breaker = breaker.failed(Instant.now());
                    LOG.warnf("The witness %s has not cosigned: %s", witness.name(), failure.getMessage());
                })
                .onFailure()
                .recoverWithNull()
                .eventually(() -> busy.set(false));
    }

    private Uni<Void> ask(SignedCheckpoint signed, long known, boolean mayRetry) {
        long size = signed.checkpoint().size();
        // It may have cosigned a later one meanwhile, asked by another replica.
        if (known > size) {
            return tools.doubts().about(witness, known);
        }
        return tools.log()
                .growth(known, size)
                .map(growth -> new WitnessRequest(known, growth.path(), signed))
                .chain(request -> tools.client().add(witness, request))
                .chain(reply -> {
                    if (reply.status() == OK) {
                        return accept(signed, reply.body());
                    }
                    if (reply.status() == CONFLICT && reply.type().startsWith(SIZE) && mayRetry) {
                        return startFrom(signed, reply.body());
                    }
                    return refused(reply);
                });
    }

    private Uni<Void> startFrom(SignedCheckpoint signed, String body) {
        long size = size(body);
        return size <= signed.checkpoint().size()
                ? tools.cosigned().know(witness, size).chain(() -> ask(signed, size, false))
                : tools.doubts().about(witness, size);
    }

    private Uni<Void> refused(WitnessClient.Reply reply) {
        return tools.doubts().about(witness, -1).chain(() -> Uni.createFrom()
                .failure(new IllegalStateException("it answers " + reply.status())));
    }

    private Uni<Void> accept(SignedCheckpoint signed, String lines) {
        List<NoteSignature> signatures = Note.parseSignatures(lines);
        NoteSignature ours = signatures.stream()
                .filter(signature -> signature.isBy(witness.key()))
                .filter(signature -> signed.note()
                        .with(List.of(signature))
                        .verify(witness.key())
                        .isVerified())
                .findFirst()
                .orElseThrow(() -> new MalformedException("its answer is no cosignature by its key"));
        return tools.cosigned()
                .add(witness, signed, ours)
                .invoke(() -> cosigned = signed.checkpoint().size());
    }

    private static long size(String body) {
        String digits = body.endsWith("\n") ? body.substring(0, body.length() - 1) : body;
        if (!digits.matches("0|[1-9][0-9]{0,17}")) {
            throw new MalformedException("it answers a conflict without a size");
        }
        return Long.parseLong(digits);
    }
}
