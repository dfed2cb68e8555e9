package org.entente.catalog.marking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.catalog.information.InformationPolicyStore;
import org.entente.catalog.ownership.Ownership;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.label.InformationCategories;
import org.entente.label.Labels;
import org.entente.label.MarkingPolicies;
import org.entente.label.MarkingPolicy;
import org.entente.outbox.Outbox;

/** The versions of the marking policies; the newest of each name is in force. */
@ApplicationScoped
public class MarkingPolicyStore {
    private static final long LOCK = 0x706f6c696379L; // "policy"
    private static final String IN_FORCE =
            "select distinct on (name) name, version, document from marking_policy order by name, version desc";

    private final Pool pool;
    private final InformationPolicyStore information;
    private final Outbox outbox;
    private final ObjectMapper json;
    private final Ownership ownership;

    MarkingPolicyStore(
            Pool pool, InformationPolicyStore information, Outbox outbox, ObjectMapper json, Ownership ownership) {
        this.ownership = ownership;
        this.pool = pool;
        this.information = information;
        this.outbox = outbox;
        this.json = json;
    }

    /** A policy in force, and whether it has only now come into force. */
    record Publication(PublishedPolicy policy, boolean isNew) {
        boolean isFirst() {
            return isNew && policy.version() == 1;
        }
    }

    /** What labels can say now. */
    public Uni<Labels> labels() {
        return inForce(pool)
                .chain(policies -> information.categories().map(categories -> labels(policies, categories)));
    }

    Uni<Optional<PublishedPolicy>> find(String name) {
        return inForce(pool).map(policies -> find(policies, name));
    }

    /**
     * Puts a policy in force, unless it is so already; one at a time, since each is checked against the others.
     *
     * @throws org.entente.label.LabelException (as failure) where it does not fit the other policies
     */
    Uni<Publication> publish(MarkingPolicy policy, String actor) {
        return pool.withTransaction(transaction -> ownership
                .requireNotTheBoards(transaction, policy.name())
                .chain(() -> publishLocked(transaction, policy, actor)));
    }

    /** Puts a policy in force that whoever owns it has decided on, in a transaction of theirs; says its version. */
    public Uni<Integer> publish(SqlClient transaction, MarkingPolicy policy, String actor) {
        return publishLocked(transaction, policy, actor)
                .map(publication -> publication.policy().version());
    }

    private Uni<Publication> publishLocked(SqlClient transaction, MarkingPolicy policy, String actor) {
        return transaction
                .preparedQuery("select pg_advisory_xact_lock($1)")
                .execute(Tuple.of(LOCK))
                .chain(() -> inForce(transaction))
                .chain(policies -> publish(transaction, policies, policy, actor));
    }

    private Uni<Publication> publish(
            SqlClient transaction, List<PublishedPolicy> policies, MarkingPolicy policy, String actor) {
        labels(policies, InformationCategories.builtIn()).policies().with(policy);
        PublishedPolicy before = find(policies, policy.name()).orElse(PublishedPolicy.of(policy, 0));
        if (before.version() > 0 && before.policy().equals(policy)) {
            return Uni.createFrom().item(new Publication(before, false));
        }
        PublishedPolicy next = PublishedPolicy.of(policy, before.version() + 1);
        Event event = Event.of(EventTypes.MARKING_POLICY_PUBLISHED, policy.name(), null, actor, json.valueToTree(next));
        return transaction
                .preparedQuery("insert into marking_policy (name, version, document, published, actor)"
                        + " values ($1, $2, $3, $4, $5)")
                .execute(Tuple.of(
                        next.name(), next.version(), text(policy), event.time().atOffset(ZoneOffset.UTC), actor))
                .chain(() -> outbox.append(transaction, List.of(event)))
                .replaceWith(new Publication(next, true));
    }

    private Uni<List<PublishedPolicy>> inForce(SqlClient client) {
        return client.query(IN_FORCE).execute().map(this::read);
    }

    private List<PublishedPolicy> read(RowSet<Row> rows) {
        List<PublishedPolicy> policies = new ArrayList<>();
        for (Row row : rows) {
            policies.add(PublishedPolicy.of(policy(row.getString("document")), row.getInteger("version")));
        }
        return policies;
    }

    private static Optional<PublishedPolicy> find(List<PublishedPolicy> policies, String name) {
        return policies.stream()
                .filter(published -> published.name().equals(name))
                .findFirst()
                .or(() -> MarkingPolicies.builtIn().find(name).map(builtIn -> PublishedPolicy.of(builtIn, 0)));
    }

    private static Labels labels(List<PublishedPolicy> policies, InformationCategories categories) {
        List<MarkingPolicy> inForce =
                policies.stream().map(PublishedPolicy::policy).toList();
        return new Labels(MarkingPolicies.of(inForce), categories);
    }

    private MarkingPolicy policy(String document) {
        try {
            return MarkingPolicy.of(json.readTree(document));
        } catch (JsonProcessingException exception) {
            throw new IllegalStateException("A stored marking policy is not JSON.", exception);
        }
    }

    private String text(MarkingPolicy policy) {
        try {
            return json.writeValueAsString(policy);
        } catch (JsonProcessingException exception) {
            throw new IllegalStateException("A marking policy cannot be written.", exception);
        }
    }
}
