package org.entente.catalog.information;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.entente.catalog.ownership.Ownership;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.http.Problem;
import org.entente.label.InformationCategories;
import org.entente.outbox.Outbox;

/** The versions of the information policy; the newest is in force. */
@ApplicationScoped
public class InformationPolicyStore {
    private static final long LOCK = 0x63617465676f7279L; // "category"
    private static final String IN_FORCE =
            "select version, document from information_policy order by version desc limit 1";
    private static final String IN_USE = """
            select distinct category from label l
            cross join lateral jsonb_path_query(l.document::jsonb, 'strict $.**.categories[*]', '{}', true) as used (value)
            cross join lateral (select used.value #>> '{}' as category) each
            where category = any($1) order by category limit 1""";

    private final Pool pool;
    private final Outbox outbox;
    private final ObjectMapper json;
    private final Ownership ownership;

    InformationPolicyStore(Pool pool, Outbox outbox, ObjectMapper json, Ownership ownership) {
        this.ownership = ownership;
        this.pool = pool;
        this.outbox = outbox;
        this.json = json;
    }

    /** A version of the policy. */
    private record InForce(InformationPolicy policy, int version) {
        PublishedInformationPolicy published() {
            return PublishedInformationPolicy.of(policy, version);
        }
    }

    /** What is published, and whether it has only now come into force. */
    record Publication(PublishedInformationPolicy policy, boolean isNew) {}

    /** What labels can say now. */
    public Uni<InformationCategories> categories() {
        return inForce(pool).map(found -> found.policy().vocabulary());
    }

    /** Which categories need rights owners now. */
    public Uni<RightsOwners> owners() {
        return inForce(pool).map(found -> found.policy().owners());
    }

    /** The one in force. */
    public Uni<InformationPolicy> policy(SqlClient client) {
        return inForce(client).map(InForce::policy);
    }

    /**
     * A policy as it was sent.
     *
     * @param pointer where it is in what was sent
     * @throws Problem 400 naming the field
     */
    public InformationPolicy read(JsonNode document, String pointer) {
        InformationPolicy policy;
        try {
            policy = json.treeToValue(document, InformationPolicy.class);
        } catch (JsonMappingException fault) {
            throw Problem.badRequest(pointer + place(fault), "is not understood");
        } catch (JsonProcessingException fault) {
            throw Problem.badRequest(pointer, "is not understood");
        }
        policy.check(pointer);
        return policy;
    }

    private static String place(JsonMappingException fault) {
        StringBuilder place = new StringBuilder();
        fault.getPath().forEach(step -> place.append('/')
                .append(step.getFieldName() == null ? step.getIndex() : step.getFieldName()));
        return place.toString();
    }

    Uni<PublishedInformationPolicy> find() {
        return inForce(pool).map(InForce::published);
    }

    /**
     * Puts a policy in force, unless it is so already; one at a time.
     *
     * @throws Problem (as failure) 409 if a category that labels are in would be gone, or if it is the board's
     */
    Uni<Publication> publish(InformationPolicy policy, String actor) {
        return pool.withTransaction(transaction -> ownership
                .requireNotTheBoards(transaction, Ownership.ALLIANCE)
                .chain(() -> publishLocked(transaction, policy, actor)));
    }

    /** Puts a policy in force that the board has decided on, in a transaction of its; says its version. */
    public Uni<Integer> publish(SqlClient transaction, InformationPolicy policy, String actor) {
        return publishLocked(transaction, policy, actor)
                .map(publication -> publication.policy().version());
    }

    private Uni<Publication> publishLocked(SqlClient transaction, InformationPolicy policy, String actor) {
        return transaction
                .preparedQuery("select pg_advisory_xact_lock($1)")
                .execute(Tuple.of(LOCK))
                .chain(() -> inForce(transaction))
                .chain(before -> before.version() > 0 && before.policy().equals(policy)
                        ? Uni.createFrom().item(new Publication(before.published(), false))
                        : requireUnused(transaction, before.policy(), policy)
                                .chain(() -> insert(transaction, new InForce(policy, before.version() + 1), actor)));
    }

    /** What a stored label says must go on meaning something. */
    private static Uni<Void> requireUnused(SqlClient transaction, InformationPolicy before, InformationPolicy policy) {
        List<String> gone = new ArrayList<>(before.added());
        gone.removeAll(policy.added());
        if (gone.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .preparedQuery(IN_USE)
                .execute(Tuple.of(gone.toArray(String[]::new)))
                .invoke(rows -> rows.forEach(row -> {
                    throw Problem.conflict(
                            "/categories", "lacks " + row.getString("category") + ", which labels are in");
                }))
                .replaceWithVoid();
    }

    private Uni<Publication> insert(SqlClient transaction, InForce next, String actor) {
        ObjectNode data = json.createObjectNode().put("version", next.version());
        data.set("policy", json.valueToTree(next.policy()));
        Event event = Event.of(EventTypes.INFORMATION_POLICY_PUBLISHED, "information-policy", null, actor, data);
        return transaction
                .preparedQuery("insert into information_policy (version, document, published, actor)"
                        + " values ($1, $2, $3, $4)")
                .execute(Tuple.of(
                        next.version(), text(next.policy()), event.time().atOffset(ZoneOffset.UTC), actor))
                .chain(() -> outbox.append(transaction, List.of(event)))
                .replaceWith(new Publication(next.published(), true));
    }

    private Uni<InForce> inForce(SqlClient client) {
        return client.query(IN_FORCE).execute().map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .findFirst()
                .map(row -> new InForce(policy(row.getString("document")), row.getInteger("version")))
                .orElse(new InForce(InformationPolicy.NONE, 0)));
    }

    private InformationPolicy policy(String document) {
        try {
            return json.readValue(document, InformationPolicy.class);
        } catch (JsonProcessingException exception) {
            throw new IllegalStateException("A stored information policy is none.", exception);
        }
    }

    private String text(InformationPolicy policy) {
        try {
            return json.writeValueAsString(policy);
        } catch (JsonProcessingException exception) {
            throw new IllegalStateException("An information policy cannot be written.", exception);
        }
    }
}
