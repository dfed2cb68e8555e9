package org.entente.catalog.masking;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.entente.catalog.content.KeyProvider;

/** Prepares the masks of what is going to be served. */
@ApplicationScoped
public class Servings {
    private final MaskingPolicies policies;
    private final KeyProvider keys;
    private final String home;

    Servings(MaskingPolicies policies, KeyProvider keys, @ConfigProperty(name = "entente.home") String home) {
        this.policies = policies;
        this.keys = keys;
        this.home = home;
    }

    /**
     * The masks of one answer to a partner, under the policy in force.
     *
     * @param at when what is served was registered, which objects of ours say they were created
     */
    public Uni<Serving> to(String partner, Instant at) {
        return to(partner).map(servings -> servings.apply(at));
    }

    /** The same of an answer of which each part was registered at another time. */
    public Uni<Function<Instant, Serving>> to(String partner) {
        return policies.inForce().map(policy -> {
            Pseudonyms pseudonyms = Pseudonyms.of(partner, keys);
            Masking masking = policy.with(pseudonyms);
            return at -> new Serving(policy, masking, new Derivation(pseudonyms, home, at), partner);
        });
    }
}
