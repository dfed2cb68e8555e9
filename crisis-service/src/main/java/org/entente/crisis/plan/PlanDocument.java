package org.entente.crisis.plan;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.entente.events.CanonicalJson;

/**
 * What the parties sign: a version of a plan, in canonical form (RFC 8785).
 *
 * @param parties all of them, the home side first
 */
@RegisterForReflection
public record PlanDocument(UUID plan, int version, List<String> parties, Terms terms) {

    static PlanDocument of(UUID plan, int version, Terms terms, String home) {
        return new PlanDocument(
                plan,
                version,
                Stream.concat(Stream.of(home), terms.partners().stream()).toList(),
                terms);
    }

    /** Of the canonical form, lower-case hexadecimal. */
    public String sha256(ObjectMapper json) {
        return CanonicalJson.sha256(json, this);
    }
}
