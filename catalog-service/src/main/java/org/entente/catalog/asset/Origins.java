package org.entente.catalog.asset;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.entente.catalog.information.InformationPolicyStore;
import org.entente.catalog.marking.MarkingPolicyStore;

/** Where assets come in, at the present moment. */
@ApplicationScoped
class Origins {
    private final MarkingPolicyStore policies;
    private final InformationPolicyStore information;

    Origins(MarkingPolicyStore policies, InformationPolicyStore information) {
        this.policies = policies;
        this.information = information;
    }

    /** As precise as the database keeps time, so that what is answered now is what is answered later. */
    Uni<Origin> now(String nation, String actor) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return policies.labels()
                .chain(vocabulary ->
                        information.owners().map(owners -> new Origin(nation, actor, now, vocabulary, owners)));
    }
}
