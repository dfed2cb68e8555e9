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
import org.entente.catalog.information.InformationPolicy;
import org.entente.catalog.information.InformationPolicyStore;
import org.entente.catalog.marking.MarkingPolicyStore;
import org.entente.catalog.marking.Refused;
import org.entente.catalog.ownership.Ownership;
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
    private final InformationPolicyStore information;
    private final StoredLabels stored;
    private final StoredObjects objects;
    private final StandardStore standards;
    private final ExchangeProfiles profiles;
    private final ObjectMapper json;

    Documents(
            MarkingPolicyStore policies,
            InformationPolicyStore information,
            StoredLabels stored,
            StoredObjects objects,
            StandardStore standards,
            ExchangeProfiles profiles,
            ObjectMapper json) {
        this.objects = objects;
        this.policies = policies;
        this.information = information;
        this.stored = stored;
        this.standards = standards;
        this.profiles = profiles;
        this.json = json;
    }

    /** Makes sure that it can be a document of the alliance of that kind and name.
     * @throws Problem naming the field that is wrong
     */
    void require(Kind kind, String name, JsonNode document) {
        if (kind.isStandard()) {
            Standard.require(kind, name, document, "/document");
            return;
        }
        if (!name.equals(Ownership.ALLIANCE)) {
            throw Problem.badRequest("/name", "must be " + Ownership.ALLIANCE + ": other policies are not its board's");
        }
        if (kind == Kind.INFORMATION_POLICY) {
            information.read(document, "/document");
        } else if (!policy(document).name().equals(name)) {
            throw Problem.badRequest("/document/name", "is not the name of the proposal");
        }
    }

    /**
     * What the change would do to stored content. Schemas are no part of any decision, so they widen nothing; but what is stored
     * must be valid under one.
     */
    Uni<Report> report(SqlClient client, Kind kind, String name, JsonNode document, Instant from) {
        return switch (kind) {
            case SCHEMA -> objects.report(document);
            case EXCHANGE_PROFILE -> profiles.report(client, name, document);
            case MARKING_POLICY -> markings(client, policy(document), from);
            case INFORMATION_POLICY -> categories(client, information.read(document, "/document"), from);
        };
    }

    private Uni<Report> markings(SqlClient client, MarkingPolicy policy, Instant from) {
        return policies.labels().chain(before -> {
            Labels after = after(before, policy);
            return stored.all(client)
                    .chain(labels -> OffEventLoop.run(() -> LabelEffects.of(before, after, from, labels)));
        });
    }

    private Uni<Report> categories(SqlClient client, InformationPolicy after, Instant from) {
        return policies.labels().chain(vocabulary -> information.policy(client).chain(before -> stored.all(client)
                .chain(labels -> OffEventLoop.run(
                        () -> new CategoryEffects(before, after, vocabulary.policies()).of(from, labels)))));
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
        return switch (kind) {
            case MARKING_POLICY -> policies.publish(transaction, policy(document), BOARD);
            case INFORMATION_POLICY -> information.publish(transaction, information.read(document, "/document"), BOARD);
            case SCHEMA, EXCHANGE_PROFILE ->
                standards.publish(transaction, new Standard.Put(kind, name, Ownership.ALLIANCE, document), BOARD);
        };
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
