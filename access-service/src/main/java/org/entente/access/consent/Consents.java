package org.entente.access.consent;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/** Questions for consent in the database, within the current session. */
final class Consents {
    private Consents() {}

    /** Those that somebody may read: the home side all, others what their nation or their owners are asked. */
    record Readable(boolean isAll, String nation, Set<String> owners) {
        boolean isNothing() {
            return !isAll && nation.isEmpty() && owners.isEmpty();
        }

        boolean includes(Giver giver) {
            return isAll
                    || switch (giver.kind()) {
                        case ORIGINATOR -> giver.code().equals(nation);
                        case OWNER -> owners.contains(giver.code());
                    };
        }
    }

    /**
     * Which of them.
     *
     * @param state absent for all
     * @param after identifier of the last one of the page before; absent for the first page
     */
    record Selection(@Nullable State state, @Nullable UUID after, int limit) {}

    static Uni<Consent> found(UUID id) {
        return Consent.<Consent>findById(id).onItem().ifNull().failWith(Problem::notFound);
    }

    /** The newest round of a question. */
    static Uni<@Nullable Consent> newest(String key) {
        return Consent.<Consent>find("key = ?1 order by round desc", key)
                .page(0, 1)
                .firstResult();
    }

    /** In the order of their identifiers, which says nothing about them. */
    static Uni<List<Consent>> list(Readable reader, Selection selection, Instant now) {
        Map<String, Object> parameters = new HashMap<>();
        List<String> conditions = new ArrayList<>();
        if (!reader.isAll()) {
            conditions.add(
                    "((giverKind = :originators and giver = :nation) or (giverKind = :owners and giver in :owned))");
            parameters.put("originators", Giver.Kind.ORIGINATOR);
            parameters.put("nation", reader.nation());
            parameters.put("owners", Giver.Kind.OWNER);
            parameters.put("owned", reader.owners());
        }
        if (selection.state() != null) {
            inState(selection.state(), now, conditions, parameters);
        }
        if (selection.after() != null) {
            conditions.add("id > :after");
            parameters.put("after", selection.after());
        }
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        return Panache.getSession().chain(session -> {
            var query = session.createQuery("from GiverConsent" + where + " order by id", Consent.class)
                    .setMaxResults(selection.limit());
            parameters.forEach(query::setParameter);
            return query.getResultList();
        });
    }

    /** What is over is in no other state. */
    private static void inState(State state, Instant now, List<String> conditions, Map<String, Object> parameters) {
        parameters.put("state", state == State.EXPIRED ? State.WITHDRAWN : state);
        switch (state) {
            case EXPIRED -> conditions.add("(state <> :state and validUntil <= :now)");
            case WITHDRAWN -> conditions.add("state = :state");
            case ASKED, GIVEN, REFUSED -> conditions.add("(state = :state and validUntil > :now)");
        }
        if (state != State.WITHDRAWN) {
            parameters.put("now", now);
        }
    }
}
