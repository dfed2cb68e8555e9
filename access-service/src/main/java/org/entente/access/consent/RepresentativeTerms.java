package org.entente.access.consent;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/**
 * Who may speak for an owner of rights.
 *
 * @param owner the organisation, as labels name it
 * @param nation for which the person logs in
 * @param person stable identifier of the person's login
 * @param name for people to read
 * @param evidence by which the mandate was verified
 * @param until first instant no more
 */
@RegisterForReflection
public record RepresentativeTerms(
        String owner, String nation, String person, String name, String evidence, Instant until) {}
