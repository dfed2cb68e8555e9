package org.entente.catalog.masking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.entente.catalog.approval.History;
import org.entente.catalog.approval.Move;
import org.entente.catalog.approval.Person;
import org.entente.catalog.approval.Proposals;
import org.entente.catalog.approval.State;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.http.Problem;
import org.entente.outbox.Outbox;

/** The versions of the masking policy; the newest that was approved is in force. */
@ApplicationScoped
public class MaskingPolicies {
    private static final UUID BUILT_IN = new UUID(0, 0);
    private static final String ALL = "select version, proposal, document from masking_policy order by version desc";
    private static final long LOCK = 0x6d61736bL; // "mask"

    private final Pool pool;
    private final Proposals proposals;
    private final Outbox outbox;
    private final ObjectMapper json;
    private final MaskingPolicy builtIn;

    MaskingPolicies(Pool pool, Proposals proposals, Outbox outbox, ObjectMapper json) {
        this.pool = pool;
        this.proposals = proposals;
        this.outbox = outbox;
        this.json = json;
        this.builtIn = builtIn(json);
    }

    /** The policy that is to be applied now. */
    public Uni<MaskingPolicy> inForce() {
        return versions(pool).map(versions -> inForce(versions).policy());
    }

    /** All versions, newest first, the built-in one last. */
    Uni<List<PublishedMasking>> versions(SqlClient client) {
        return client.query(ALL).execute().chain(rows -> {
            List<Row> stored = new ArrayList<>();
            rows.forEach(stored::add);
            List<UUID> ids = stored.stream().map(row -> row.getUUID("proposal")).toList();
            return proposals.histories(client, ids).map(histories -> versions(stored, histories));
        });
    }

    Uni<List<PublishedMasking>> versions() {
        return versions(pool);
    }

    /** Proposes a version in the current Panache transaction. */
    Uni<PublishedMasking> propose(MaskingPolicy policy, Person proposer) {
        UUID id = UUID.randomUUID();
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select cast(pg_advisory_xact_lock(?1) as text)", String.class)
                        .setParameter(1, LOCK)
                        .getSingleResult()
                        .chain(() -> session.createNativeQuery(
                                        "insert into masking_policy (version, proposal, document)"
                                                + " select coalesce(max(version), 0) + 1, ?1, ?2 from masking_policy"
                                                + " returning version",
                                        Integer.class)
                                .setParameter(1, id)
                                .setParameter(2, text(policy))
                                .getSingleResult()))
                .chain(version ->
                        proposals.open(id, proposer, null).map(history -> version(version, id, history, false, policy)))
                .call(proposed -> outbox.append(event(EventTypes.MASKING_POLICY_PROPOSED, proposed, proposer)));
    }

    /** Decides on a version; an approved one is in force before this completes. */
    Uni<PublishedMasking> decide(int version, Move move, Person person) {
        return pool.withTransaction(transaction -> transaction
                .preparedQuery("select pg_advisory_xact_lock($1)")
                .execute(Tuple.of(LOCK))
                .chain(() -> versions(transaction))
                .chain(versions -> decide(transaction, found(versions, version), inForce(versions), move, person)));
    }

    private Uni<PublishedMasking> decide(
            SqlClient transaction, PublishedMasking found, PublishedMasking before, Move move, Person person) {
        if (found.version() == 0 || move != Move.REJECT && found.version() < before.version()) {
            throw Problem.conflict(null, "A newer version is in force.");
        }
        return proposals
                .move(transaction, found.id(), move, person, null)
                .map(history -> version(found.version(), found.id(), history, history.isApproved(), found.policy()))
                .call(decided ->
                        outbox.append(transaction, List.of(event(EventTypes.MASKING_POLICY_DECIDED, decided, person))));
    }

    static PublishedMasking found(List<PublishedMasking> versions, int version) {
        return versions.stream()
                .filter(one -> one.version() == version)
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    private static PublishedMasking inForce(List<PublishedMasking> versions) {
        return versions.stream().filter(PublishedMasking::isInForce).findFirst().orElseThrow();
    }

    private List<PublishedMasking> versions(List<Row> rows, Map<UUID, History> histories) {
        List<PublishedMasking> versions = new ArrayList<>();
        boolean isSuperseded = false;
        for (Row row : rows) {
            UUID id = row.getUUID("proposal");
            History history = Objects.requireNonNull(histories.get(id), "a version that nobody proposed");
            boolean isInForce = history.isApproved() && !isSuperseded;
            isSuperseded |= isInForce;
            versions.add(version(row.getInteger("version"), id, history, isInForce, read(row.getString("document"))));
        }
        versions.add(new PublishedMasking(0, BUILT_IN, State.APPROVED, !isSuperseded, builtIn, List.of()));
        return versions;
    }

    private static PublishedMasking version(
            int version, UUID id, History history, boolean isInForce, MaskingPolicy policy) {
        return new PublishedMasking(version, id, history.state(), isInForce, policy, history.acts());
    }

    private Event event(String type, PublishedMasking version, Person person) {
        return Event.of(type, "masking-policy", null, person.actor(), json.valueToTree(version));
    }

    private MaskingPolicy read(String document) {
        try {
            return json.readValue(document, MaskingPolicy.class);
        } catch (JsonProcessingException exception) {
            throw new IllegalStateException("A stored masking policy cannot be read.", exception);
        }
    }

    private String text(MaskingPolicy policy) {
        try {
            return json.writeValueAsString(policy);
        } catch (JsonProcessingException exception) {
            throw new IllegalStateException("A masking policy cannot be written.", exception);
        }
    }

    private static MaskingPolicy builtIn(ObjectMapper json) {
        try (InputStream resource = MaskingPolicies.class.getResourceAsStream("/masking/built-in.json")) {
            MaskingPolicy policy = json.readValue(resource, MaskingPolicy.class);
            policy.check();
            return policy;
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
