package org.entente.access.training;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;

/**
 * Who may attest training of a partner's persons.
 *
 * @param partner whose persons, and no others
 * @param name of the authority
 * @param courses that it may attest
 * @param officers stable identifiers of the logins, of that partner, that attest for it
 * @param evidence by which it was verified
 * @param until first instant no more
 */
@RegisterForReflection
public record AuthorityTerms(
        String partner, String name, List<String> courses, List<String> officers, String evidence, Instant until) {
    public AuthorityTerms {
        courses = List.copyOf(courses);
        officers = List.copyOf(officers);
    }
}
