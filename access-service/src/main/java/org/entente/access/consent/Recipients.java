package org.entente.access.consent;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.entente.access.partner.Partner;
import org.entente.access.vocabulary.Document;
import org.entente.http.Problem;
import org.entente.label.MarkingPolicies;
import org.entente.label.MarkingPolicy;
import org.entente.label.Nation;

/** Whom the recipient of a question is: a partner, or the nations that are in a group of {@code ALLIANCE} on that day. */
final class Recipients {
    private static final String ALLIANCE =
            "select document from marking_policy where name = ?1 order by version desc limit 1";

    private Recipients() {}

    /** Within the current session; a 400 problem where the code is neither a registered partner nor a group. */
    static Uni<List<String>> of(String code, String home, Instant now) {
        if (!Nation.isNation(code)) {
            return policies().map(policies -> members(code, policies, home, now));
        }
        return Partner.findById(code)
                .onItem()
                .ifNull()
                .failWith(() -> Problem.badRequest("/recipient", "is not a registered partner"))
                .replaceWith(List.of(code));
    }

    private static Uni<MarkingPolicies> policies() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ALLIANCE, String.class)
                        .setParameter(1, MarkingPolicies.ALLIANCE)
                        .getSingleResultOrNull())
                .map(document -> document == null
                        ? MarkingPolicies.builtIn()
                        : MarkingPolicies.builtIn().with(Document.read(document, MarkingPolicy.class)));
    }

    /** The home nation holds what is asked about, and receives nothing. */
    private static List<String> members(String group, MarkingPolicies policies, String home, Instant now) {
        return policies
                .members(group, now)
                .orElseThrow(() -> Problem.badRequest(
                        "/recipient", "is neither a nation nor a group of " + MarkingPolicies.ALLIANCE))
                .codes()
                .stream()
                .filter(nation -> !nation.equals(home))
                .toList();
    }
}
