package org.entente.access.crisis;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.entente.access.vocabulary.Assurance;

/**
 * That a party stands by a version of a plan.
 *
 * @param signature of the act, a JWS
 */
@RegisterForReflection
record PlanConsent(
        String party, String officer, @JsonIgnore String subject, Assurance assurance, String signature, Instant at) {}
