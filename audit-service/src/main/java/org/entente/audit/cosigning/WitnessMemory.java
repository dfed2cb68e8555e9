package org.entente.audit.cosigning;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.entente.audit.log.Memory;
import org.entente.tlog.SignedCheckpoint;
import org.entente.tlog.TrustPolicy;
import org.entente.tlog.TrustPolicy.Witness;
import org.jboss.logging.Logger;

/** What witnesses have cosigned of this log: they remember it for us. Who does not answer does not hold up the start. */
@ApplicationScoped
class WitnessMemory implements Memory {

    private static final Logger LOG = Logger.getLogger(WitnessMemory.class);

    private final TrustPolicy policy;
    private final Doubts doubts;
    private final CosigningConfig config;

    WitnessMemory(TrustPolicy policy, Doubts doubts, CosigningConfig config) {
        this.policy = policy;
        this.doubts = doubts;
        this.config = config;
    }

    @Override
    public String name() {
        return "a witness";
    }

    @Override
    public boolean isNeeded() {
        return false;
    }

    @Override
    public Uni<List<SignedCheckpoint>> recall() {
        if (policy.witnesses().isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        List<Uni<List<SignedCheckpoint>>> asked =
                policy.witnesses().stream().map(this::recall).toList();
        return Uni.join().all(asked).andFailFast().map(all -> {
            List<SignedCheckpoint> remembered = new ArrayList<>();
            all.forEach(remembered::addAll);
            return remembered;
        });
    }

    private Uni<List<SignedCheckpoint>> recall(Witness witness) {
        return doubts.cosigned(witness)
                .map(found -> found.map(List::of).orElse(List.of()))
                .ifNoItem()
                .after(config.patience())
                .fail()
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "The witness %s could not be asked at the start: %s", witness.name(), failure.getMessage()))
                .onFailure()
                .recoverWithItem(List.of());
    }

    /** They remember what they cosign. */
    @Override
    public Uni<Void> keep(SignedCheckpoint checkpoint) {
        return Uni.createFrom().voidItem();
    }
}
