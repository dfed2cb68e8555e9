package org.entente.catalog.contribution;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.entente.catalog.content.DataKey;
import org.entente.catalog.content.KeyProvider;
import org.entente.catalog.content.Place;
import org.entente.catalog.content.WrappedKey;
import org.entente.catalog.contribution.Contribution.Fate;
import org.entente.catalog.contribution.Contribution.Outcome;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Writes contributions, in the current transaction. */
@ApplicationScoped
class ContributionRows {
    private static final byte[] NO_LABEL = new byte[0];
    private static final String LOCK =
            "select 1 from (select pg_advisory_xact_lock(hashtextextended(?1, 51))) as locked";
    private static final String KNOWN =
            "select c.object, cast(extract(epoch from c.object_version) * 1000000 as bigint),"
                    + " c.sha256 from contributed_object c join unnest(cast(?2 as text[]), cast(cast(?3 as text[]) as"
                    + " timestamptz[])) as n(object, version) on n.object = c.object and n.version = c.object_version"
                    + " where c.partner = ?1";
    private static final String CLAIM = "insert into contributed_object (partner, object, object_version, sha256,"
            + " contribution) select ?1, n.object, n.version, n.sha256, cast(?5 as uuid) from"
            + " unnest(cast(?2 as text[]), cast(cast(?3 as text[]) as timestamptz[]), cast(?4 as text[]))"
            + " as n(object, version, sha256) on conflict do nothing";
    /** What was taken back and is contributed again is wanted again. */
    private static final String RESTORE = "delete from withdrawn_object where originator = ?1 and (object,"
            + " object_version) in (select * from unnest(cast(?2 as text[]), cast(cast(?3 as text[]) as timestamptz[])))";

    private final KeyProvider keys;
    private final ObjectMapper json;

    ContributionRows(KeyProvider keys, ObjectMapper json) {
        this.keys = keys;
        this.json = json;
    }

    /** Makes the objects that are open the partner's, one contribution at a time, and says which were so before. */
    Uni<Known> claim(UUID contribution, String partner, List<Candidate> candidates) {
        List<Candidate> open = candidates.stream().filter(Candidate::isOpen).toList();
        return session().chain(session -> session.createNativeQuery(LOCK, Integer.class)
                .setParameter(1, partner)
                .getSingleResult()
                .chain(() -> known(session, partner, open))
                .call(known -> restore(session, partner, open))
                .call(known -> claim(session, contribution, partner, open)));
    }

    private static Uni<Known> known(Mutiny.Session session, String partner, List<Candidate> open) {
        return session.createNativeQuery(KNOWN, Object[].class)
                .setParameter(1, partner)
                .setParameter(2, texts(open, Candidate::id))
                .setParameter(3, texts(open, candidate -> candidate.version().toString()))
                .getResultList()
                .map(rows -> {
                    Map<String, String> digests = new HashMap<>();
                    rows.forEach(row -> digests.put(
                            row[0] + "@" + Instant.EPOCH.plus(((Number) row[1]).longValue(), ChronoUnit.MICROS),
                            (String) row[2]));
                    return new Known(digests);
                });
    }

    private static Uni<Integer> restore(Mutiny.Session session, String partner, List<Candidate> open) {
        return session.createNativeQuery(RESTORE)
                .setParameter(1, partner)
                .setParameter(2, texts(open, Candidate::id))
                .setParameter(3, texts(open, candidate -> candidate.version().toString()))
                .executeUpdate();
    }

    private static Uni<Integer> claim(Mutiny.Session session, UUID contribution, String partner, List<Candidate> open) {
        return session.createNativeQuery(CLAIM)
                .setParameter(1, partner)
                .setParameter(2, texts(open, Candidate::id))
                .setParameter(3, texts(open, candidate -> candidate.version().toString()))
                .setParameter(4, texts(open, Candidate::sha256))
                .setParameter(5, contribution.toString())
                .executeUpdate();
    }

    /** Keeps the contribution with what became of it; what is kept apart, sealed. */
    Uni<Void> insert(Contribution contribution) {
        DataKey key = DataKey.generate(contribution.id());
        WrappedKey wrapped = key.wrap(keys);
        return session()
                .call(session -> session.createNativeQuery("insert into contribution (id, partner, root, category,"
                                + " received, actor, objects, asset, wrapped, wrapped_with)"
                                + " values (?1, ?2, ?3, ?4, ?5, ?6, ?7, cast(?8 as uuid), ?9, ?10)")
                        .setParameter(1, contribution.id())
                        .setParameter(2, contribution.partner())
                        .setParameter(3, contribution.root())
                        .setParameter(4, contribution.category())
                        .setParameter(5, contribution.received())
                        .setParameter(6, contribution.actor())
                        .setParameter(7, contribution.outcomes().size())
                        .setParameter(
                                8,
                                contribution.asset() == null
                                        ? null
                                        : contribution.asset().toString())
                        .setParameter(9, wrapped.bytes())
                        .setParameter(10, wrapped.wrappedWith())
                        .executeUpdate())
                .chain(session -> insertOutcomes(session, contribution, key))
                .replaceWithVoid();
    }

    private Uni<Integer> insertOutcomes(Mutiny.Session session, Contribution contribution, DataKey key) {
        List<Outcome> outcomes = contribution.outcomes();
        String[] contents = new String[outcomes.size()];
        for (int place = 0; place < contents.length; place++) {
            contents[place] = sealed(contribution.id(), place, outcomes.get(place), key);
        }
        return session.createNativeQuery(
                        "insert into contribution_outcome (contribution, place, object, version, outcome,"
                                + " message, content) select ?1, number - 1, object, cast(version as timestamptz), outcome,"
                                + " nullif(message, ''), decode(nullif(content, ''), 'base64') from unnest(cast(?2 as text[]),"
                                + " cast(?3 as text[]), cast(?4 as text[]), cast(?5 as text[]), cast(?6 as text[]))"
                                + " with ordinality as o(object, version, outcome, message, content, number)")
                .setParameter(1, contribution.id())
                .setParameter(2, texts(outcomes, Outcome::object))
                .setParameter(3, texts(outcomes, outcome -> outcome.version().toString()))
                .setParameter(
                        4, texts(outcomes, outcome -> outcome.fate().name().toLowerCase(Locale.ROOT)))
                .setParameter(5, texts(outcomes, outcome -> outcome.message() == null ? "" : outcome.message()))
                .setParameter(6, contents)
                .executeUpdate();
    }

    /** Where the content of an object that is kept apart belongs. */
    static Place place(UUID contribution, int place) {
        return Place.portion(contribution, 1, "quarantine/" + place, NO_LABEL);
    }

    private String sealed(UUID contribution, int place, Outcome outcome, DataKey key) {
        @Nullable JsonNode content = outcome.content();
        if (outcome.fate() != Fate.QUARANTINED || content == null) {
            return "";
        }
        try {
            byte[] plain = json.writeValueAsBytes(content);
            return Base64.getEncoder().encodeToString(key.seal(place(contribution, place), plain));
        } catch (JsonProcessingException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private static Uni<Mutiny.Session> session() {
        return Panache.getSession();
    }

    private static <T> String[] texts(List<T> items, Function<T, String> text) {
        return items.stream().map(text).toArray(String[]::new);
    }
}
