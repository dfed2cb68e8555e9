package org.entente.access.houserule;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.entente.access.vocabulary.Document;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/** Versions of house rules in the database, within the current session. */
@ApplicationScoped
class HouseRuleStore {
    private static final String TAKEN = """
            select cast(type as text) from house_rule_set other,
                json_array_elements_text(cast(other.document as json) -> 'resourceTypes') type
            where other.state = 'IN_FORCE' and other.name <> ?1
                and type in (select json_array_elements_text(cast(cast(?2 as text) as json)))
            limit 1""";

    /** To all who may read any, a version that is not there is a 404 problem. */
    Uni<HouseRuleSet> found(String name, int version) {
        return HouseRuleSet.<HouseRuleSet>find("name = ?1 and version = ?2", name, version)
                .firstResult()
                .onItem()
                .ifNull()
                .failWith(Problem::notFound);
    }

    Uni<@Nullable HouseRuleSet> inForce(String name) {
        return HouseRuleSet.<HouseRuleSet>find("name = ?1 and state = ?2", name, State.IN_FORCE)
                .firstResult();
    }

    Uni<Integer> newest(String name) {
        return HouseRuleSet.<HouseRuleSet>find("name = ?1", Sort.descending("version"), name)
                .firstResult()
                .map(set -> set == null ? 0 : set.version);
    }

    /** The newest version of each name that comes after another, in their order. */
    Uni<List<HouseRuleSet>> newestAfter(String name, int limit) {
        return HouseRuleSet.<HouseRuleSet>find(
                        "from HouseRuleSet newest where name > ?1 and version ="
                                + " (select max(version) from HouseRuleSet where name = newest.name) order by name",
                        name)
                .page(Page.ofSize(limit))
                .list();
    }

    /** A type of resource is governed by one set only; a 409 problem names one that another set in force governs. */
    Uni<Void> requireFree(HouseRules rules) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(TAKEN, String.class)
                        .setParameter(1, rules.name())
                        .setParameter(2, Document.write(rules.resourceTypes()))
                        .getResultList())
                .invoke(taken -> {
                    if (!taken.isEmpty()) {
                        throw Problem.conflict(
                                "/resourceTypes", taken.get(0) + " is governed by another set in force.");
                    }
                })
                .replaceWithVoid();
    }
}
