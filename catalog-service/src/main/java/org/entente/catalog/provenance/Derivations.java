package org.entente.catalog.provenance;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.entente.catalog.approval.Person;
import org.entente.catalog.provenance.StatedDerivation.Source;
import org.entente.events.CanonicalJson;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.http.Problem;
import org.entente.outbox.Created;
import org.entente.outbox.Idempotency;
import org.entente.outbox.Outbox;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Writes down what was derived from what, where only people know it. Nothing of it is ever changed. */
@ApplicationScoped
class Derivations {
    private static final long LOCK = 0x70726f76L; // "prov"
    private static final String ENTITY = """
            select id from prov_entity where kind = 'version' and asset = ?1 and (cast(?2 as integer) is null or version = ?2)
            order by version desc limit 1""";
    private static final String LEADS_BACK = """
            with recursive reach (id) as (
                select cast(?1 as bigint)
                union
                select d.source from reach join prov_derivation d on d.derived = reach.id
            )
            select count(*) from reach where id = ?2""";

    private final Idempotency idempotency;
    private final Outbox outbox;
    private final ObjectMapper json;

    Derivations(Idempotency idempotency, Outbox outbox, ObjectMapper json) {
        this.idempotency = idempotency;
        this.outbox = outbox;
        this.json = json;
    }

    /** States it; 201, once per Idempotency-Key. */
    Uni<Response> state(UUID asset, StatedDerivation stated, Person person) {
        List<Source> sources = stated.require();
        String digest = CanonicalJson.sha256(json, List.of(asset, stated));
        return idempotency.once(List.of(digest), () -> Panache.getSession()
                .call(Derivations::lock)
                .chain(session -> entity(session, asset, null)
                        .map(derived -> required(derived, Problem.notFound()))
                        .chain(derived -> addAll(session, derived, sources, stated.reason(), person)))
                .chain(() -> outbox.append(event(asset, stated, person)))
                .replaceWith(new Created("/catalog/assets/" + asset + "/provenance", stated)));
    }

    /** One after the other, so that no two together make a circle. */
    private static Uni<?> lock(Mutiny.Session session) {
        return session.createNativeQuery("select cast(pg_advisory_xact_lock(?1) as text)", String.class)
                .setParameter(1, LOCK)
                .getSingleResult();
    }

    private static Uni<Void> addAll(
            Mutiny.Session session, long derived, List<Source> sources, @Nullable String reason, Person person) {
        Uni<Void> added = Uni.createFrom().voidItem();
        for (int index = 0; index < sources.size(); index++) {
            Source source = sources.get(index);
            String pointer = "/from/" + index;
            UUID asset = source.asset();
            added = added.chain(() -> entity(session, asset, source.version()))
                    .map(found -> required(
                            found, Problem.badRequest(pointer + "/asset", "is not an asset with that version")))
                    .call(found -> requireNoCircle(session, found, derived, pointer))
                    .chain(found -> add(session, derived, found, source.kindOrUsual(), reason, person));
        }
        return added;
    }

    private static Uni<@Nullable Long> entity(Mutiny.Session session, @Nullable UUID asset, @Nullable Integer version) {
        return session.createNativeQuery(ENTITY, Long.class)
                .setParameter(1, asset)
                .setParameter(2, version)
                .getSingleResultOrNull();
    }

    private static Uni<Void> requireNoCircle(Mutiny.Session session, long source, long derived, String pointer) {
        return session.createNativeQuery(LEADS_BACK, Long.class)
                .setParameter(1, source)
                .setParameter(2, derived)
                .getSingleResult()
                .invoke(found -> {
                    if (found > 0) {
                        throw Problem.conflict(pointer + "/asset", "is itself derived from this asset");
                    }
                })
                .replaceWithVoid();
    }

    private static Uni<Void> add(
            Mutiny.Session session, long derived, long source, String kind, @Nullable String reason, Person person) {
        return session.createNativeQuery("insert into prov_derivation (derived, source, kind, at, actor, reason)"
                        + " values (?1, ?2, ?3, ?4, ?5, cast(?6 as text)) on conflict do nothing")
                .setParameter(1, derived)
                .setParameter(2, source)
                .setParameter(3, kind)
                .setParameter(4, Instant.now())
                .setParameter(5, person.actor())
                .setParameter(6, reason)
                .executeUpdate()
                .replaceWithVoid();
    }

    private static long required(@Nullable Long found, Problem otherwise) {
        if (found == null) {
            throw otherwise;
        }
        return found;
    }

    private Event event(UUID asset, StatedDerivation stated, Person person) {
        ObjectNode data = json.valueToTree(stated);
        return Event.of(EventTypes.DERIVATION_STATED, asset.toString(), null, person.actor(), data);
    }
}
