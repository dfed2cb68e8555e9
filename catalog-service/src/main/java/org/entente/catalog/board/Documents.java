package org.entente.catalog.board;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.entente.catalog.content.OffEventLoop;
import org.entente.catalog.marking.MarkingPolicyStore;
import org.entente.catalog.marking.Ownership;
import org.entente.catalog.marking.Refused;
import org.entente.http.Problem;
import org.entente.label.LabelException;
import org.entente.label.Labels;
import org.entente.label.MarkingPolicy;

/** The documents of the alliance: what each kind must be, what a change of one would do, and how it comes into force. */
@ApplicationScoped
class Documents {
    /** Who acts when a ballot takes effect. */
    static final String BOARD = "board@" + Ownership.ALLIANCE;

    private final MarkingPolicyStore policies;
    private final StoredLabels stored;
    private final StoredObjects objects;
    private final StandardStore standards;
    private final ExchangeProfiles profiles;
    private final ObjectMapper json;

    Documents(
            MarkingPolicyStore policies,
            StoredLabels stored,
            StoredObjects objects,
            StandardStore standards,
            ExchangeProfiles profiles,
            ObjectMapper json) {
        this.objects = objects;
        this.policies = policies;
        this.stored = stored;
        this.standards = standards;
        this.profiles = profiles;
        this.json = json;
    }

    /** Makes sure that it can be a document of the alliance of that kind and name.
     * @throws Problem naming the field that is wrong
     */
    void require(Kind kind, String name, JsonNode document) {
        if (kind != Kind.MARKING_POLICY) {
            Standard.require(kind, name, document, "/document");
            return;
        }
        if (!name.equals(Ownership.ALLIANCE)) {
            throw Problem.badRequest("/name", "is not a marking policy of the alliance");
        }
        if (!policy(document).name().equals(name)) {
            throw Problem.badRequest("/document/name", "is not the name of the proposal");
        }
    }

    /**
     * What the change would do to stored content. Schemas are no part of any decision, so they widen nothing; but what is stored
     * must be valid under one.
     */
    Uni<Report> report(SqlClient client, Kind kind, String name, JsonNode document, Instant from) {
        if (kind == Kind.SCHEMA) {
            return objects.report(document);
        }
        if (kind == Kind.EXCHANGE_PROFILE) {
            return profiles.report(client, name, document);
        }
        MarkingPolicy policy = policy(document);
        return policies.labels().chain(before -> {
            Labels after = after(before, policy);
            return stored.all(client)
                    .chain(labels -> OffEventLoop.run(() -> LabelEffects.of(before, after, from, labels)));
        });
    }

    private static Labels after(Labels before, MarkingPolicy policy) {
        try {
            return new Labels(before.policies().with(policy), before.categories());
        } catch (LabelException fault) {
            throw Refused.because(fault.under("/document"));
        }
    }

    /** Puts it in force; says under which version. */
    Uni<Integer> publish(SqlClient transaction, Kind kind, String name, JsonNode document) {
        return kind == Kind.MARKING_POLICY
                ? policies.publish(transaction, policy(document), BOARD)
                : standards.publish(transaction, new Standard.Put(kind, name, Ownership.ALLIANCE, document), BOARD);
    }

    private static MarkingPolicy policy(JsonNode document) {
        try {
            return MarkingPolicy.of(document);
        } catch (LabelException fault) {
            throw Refused.because(fault.under("/document"));
        }
    }

    JsonNode read(String document) {
        try {
            return json.readTree(document);
        } catch (JsonProcessingException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
