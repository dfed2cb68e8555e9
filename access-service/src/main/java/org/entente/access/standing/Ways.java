package org.entente.access.standing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.entente.access.agreement.Demands;
import org.entente.access.agreement.Terms;
import org.entente.access.decision.Code;
import org.entente.access.standing.Papers.Agreed;
import org.entente.access.standing.Papers.Granted;
import org.entente.access.standing.Standing.Way;
import org.entente.access.vocabulary.Assurance;
import org.jspecify.annotations.Nullable;

/**
 * The ways to more under one agreement: what it allows beyond the grants, and what it asks of those who read.
 *
 * @param grants under it
 * @param attended courses that count for the reader now
 */
record Ways(Agreed agreement, List<Granted> grants, Reader reader, Set<String> attended, Instant at) {

    Stream<Way> all() {
        if (!agreement.isInForce(at)) {
            boolean mayStill =
                    at.isBefore(agreement.terms().until()) && !agreement.state().equals("ENDED");
            return mayStill
                    ? Stream.of(way(Code.AGREEMENT_NOT_IN_FORCE, agreement.clause() + ", consents", List.of(), null))
                    : Stream.empty();
        }
        return Stream.of(beyondGrants(), ofEachGrant(), demanded()).flatMap(List::stream);
    }

    /** Categories and purposes that the agreement covers and no live grant does. */
    private List<Way> beyondGrants() {
        Terms terms = agreement.terms();
        List<Granted> live = grants.stream().filter(this::isAtHand).toList();
        List<String> categories =
                without(terms.categories(), live.stream().flatMap(grant -> grant.terms().categories().stream()));
        List<String> purposes =
                without(terms.purposes(), live.stream().flatMap(grant -> grant.terms().purposes().stream()));
        List<Way> ways = new ArrayList<>();
        if (!categories.isEmpty()) {
            ways.add(way(Code.NO_GRANT, agreement.clause() + ", categories", categories, null));
        }
        if (!purposes.isEmpty()) {
            ways.add(way(Code.NO_GRANT, agreement.clause() + ", purposes", purposes, null));
        }
        return ways;
    }

    /** What others alone may use, or what is about single assets, is no reason not to ask. */
    private boolean isAtHand(Granted grant) {
        return grant.isLive(at)
                && !reader.isExcluded(grant.terms())
                && !grant.terms().isBoundToAssets();
    }

    private List<Way> ofEachGrant() {
        List<Way> ways = new ArrayList<>();
        for (Granted grant : grants) {
            List<String> about = grant.terms().categories();
            if (grant.isExpired(at)) {
                ways.add(way(Code.GRANT_EXPIRED, grant.clause() + ", until", about, null));
            } else if (grant.isOverdue(at)) {
                ways.add(way(Code.REVIEW_OVERDUE, grant.clause() + ", review", about, null));
            } else if (grant.terms().tier() < agreement.terms().maxTier()) {
                List<String> deeper = List.of("tier " + agreement.terms().maxTier());
                ways.add(way(Code.TIER_TOO_LOW, agreement.clause() + ", maxTier", deeper, null));
            }
        }
        return ways.stream().distinct().toList();
    }

    private List<Way> demanded() {
        Demands demands = agreement.terms().demands();
        if (demands == null) {
            return List.of();
        }
        List<Way> ways = new ArrayList<>();
        List<String> covered = agreement.terms().categories();
        if (demands.assurance() != null && reader.assurance().compareTo(demands.assurance()) < 0) {
            ways.add(way(Code.ASSURANCE_TOO_LOW, agreement.clause() + ", assurance", covered, demands.assurance()));
        }
        if (demands.binding() != null) {
            List<String> binding = List.of("a token bound by " + demands.binding());
            ways.add(way(Code.ASSURANCE_TOO_LOW, agreement.clause() + ", binding", binding, null));
        }
        List<String> missing = without(
                demands.trainingFor(agreement.terms().maxTier()).stream()
                        .distinct()
                        .toList(),
                attended.stream());
        if (!missing.isEmpty()) {
            ways.add(way(Code.TRAINING_LAPSED, agreement.clause() + ", training", missing, null));
        }
        if (!demands.countries().isEmpty()) {
            ways.add(way(Code.OUTSIDE_GEOFENCE, agreement.clause() + ", countries", demands.countries(), null));
        }
        return ways;
    }

    private static List<String> without(List<String> all, Stream<String> covered) {
        List<String> rest = new ArrayList<>(all);
        rest.removeAll(covered.toList());
        return rest;
    }

    private static Way way(Code code, String clause, List<String> what, @Nullable Assurance acr) {
        return new Way(code.wireName(), code.remedy().how(), clause, what, acr);
    }
}
