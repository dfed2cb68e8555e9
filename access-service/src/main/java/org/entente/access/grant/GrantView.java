package org.entente.access.grant;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/** A grant as both sides read it. */
@RegisterForReflection(targets = {GrantView.class, GrantTerms.class, Grant.State.class})
public record GrantView(
        UUID id,
        String partner,
        Grant.State state,
        @JsonUnwrapped GrantTerms terms) {

    public static GrantView of(Grant grant, Instant now) {
        return new GrantView(grant.id, grant.partner, grant.stateAt(now), grant.terms());
    }
}
