package org.entente.crisis.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.entente.crisis.act.Transition;
import org.entente.events.CanonicalJson;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.outbox.Outbox;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Writes down what parties did at access-service; in a transaction of the SQL client. */
@ApplicationScoped
public class PlanNotes {
    private static final Logger LOG = Logger.getLogger(PlanNotes.class);
    private static final String PLAN = """
        select state, version, open_version, consents, terms from plan where id = $1 for update\
        """;
    private static final String LAID = "select terms from plan_version where plan = $1 and version = $2";

    private final Outbox outbox;
    private final ObjectMapper json;
    private final String home;

    PlanNotes(Outbox outbox, ObjectMapper json, @ConfigProperty(name = "entente.home") String home) {
        this.outbox = outbox;
        this.json = json;
        this.home = home;
    }

    /** A party has consented to a version. */
    public Uni<Void> consented(SqlClient transaction, UUID plan, JsonNode data) {
        Consent consent = new Consent(
                data.path("party").asText(),
                data.path("officer").asText(),
                Instant.parse(data.path("at").asText()),
                data.path("version").asInt(),
                data.path("signature").asText());
        return found(transaction, plan)
                .chain(row -> row == null ? nothing() : consented(transaction, plan, row, consent));
    }

    private Uni<Void> consented(SqlClient transaction, UUID plan, Row row, Consent consent) {
        List<Consent> consents = Stream.concat(
                        Stream.of(read(row.getString("consents"), Consent[].class))
                                .filter(each -> !(each.party().equals(consent.party())
                                        && each.ofVersion() == consent.ofVersion())),
                        Stream.of(consent))
                .toList();
        Map<String, Object> told = Map.of(
                "plan", plan.toString(),
                "version", consent.ofVersion(),
                "party", consent.party(),
                "officer", consent.officer());
        String partner = consent.party().equals(home) ? null : consent.party();
        return transaction
                .preparedQuery("update plan set consents = $2, revision = revision + 1 where id = $1")
                .execute(Tuple.of(plan, CanonicalJson.text(json, consents)))
                .chain(() -> outbox.append(
                        transaction,
                        List.of(Event.of(
                                EventTypes.PLAN_CONSENTED,
                                plan.toString(),
                                partner,
                                consent.officer(),
                                json.valueToTree(told)))));
    }

    /** All parties have consented to a version, if it is one that was laid out here with these bytes. */
    public Uni<Void> agreed(SqlClient transaction, UUID plan, int version, String sha256) {
        return found(transaction, plan)
                .chain(row -> row == null || !isAgreeable(row, version)
                        ? nothing()
                        : transaction
                                .preparedQuery(LAID)
                                .execute(Tuple.of(plan, version))
                                .chain(laid -> laid.size() == 0
                                        ? nothing()
                                        : agreed(
                                                transaction,
                                                plan,
                                                version,
                                                sha256,
                                                laid.iterator().next().getString("terms"))));
    }

    private Uni<Void> agreed(SqlClient transaction, UUID plan, int version, String sha256, String text) {
        Terms terms = read(text, Terms.class);
        if (!PlanDocument.of(plan, version, terms, home).sha256(json).equals(sha256)) {
            LOG.errorf("The parties consented to another document than version %d of the plan %s.", version, plan);
            return nothing();
        }
        String partner = terms.partners().size() == 1 ? terms.partners().get(0) : null;
        Event agreed = Event.of(
                EventTypes.PLAN_AGREED,
                plan.toString(),
                partner,
                null,
                json.valueToTree(terms.agreed(plan.toString(), version)));
        return transaction
                .preparedQuery("select agree_plan_version($1, $2)")
                .execute(Tuple.of(plan, version))
                .chain(() -> outbox.append(transaction, List.of(agreed)));
    }

    private boolean isAgreeable(Row row, int version) {
        PlanLife life = new PlanLife(
                PlanState.valueOf(row.getString("state")),
                Set.copyOf(read(row.getString("terms"), Terms.class).partners()),
                row.getInteger("version"),
                row.getInteger("open_version"));
        return life.agree(version) instanceof Transition.Taken;
    }

    /** A party does not stand by the plan any more. */
    public Uni<Void> withdrawn(SqlClient transaction, UUID plan) {
        return transaction
                .preparedQuery("update plan set state = 'WITHDRAWN', revision = revision + 1"
                        + " where id = $1 and state <> 'WITHDRAWN'")
                .execute(Tuple.of(plan))
                .replaceWithVoid();
    }

    private static Uni<@Nullable Row> found(SqlClient transaction, UUID plan) {
        return transaction
                .preparedQuery(PLAN)
                .execute(Tuple.of(plan))
                .map(rows -> rows.size() == 0 ? null : rows.iterator().next());
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException exception) {
            throw new UncheckedIOException("A stored document cannot be read.", exception);
        }
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
