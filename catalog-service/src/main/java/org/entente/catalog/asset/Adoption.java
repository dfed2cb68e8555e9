package org.entente.catalog.asset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.entente.catalog.information.InformationPolicyStore;
import org.entente.label.Label;
import org.entente.label.Labels;

/** Takes in what another nation brings: an asset like any other, whose originator is that nation. */
@ApplicationScoped
public class Adoption {
    private final Intake intake;
    private final NewAssets assets;
    private final InformationPolicyStore information;
    private final ObjectMapper json;

    Adoption(Intake intake, NewAssets assets, InformationPolicyStore information, ObjectMapper json) {
        this.information = information;
        this.intake = intake;
        this.assets = assets;
        this.json = json;
    }

    /**
     * What is brought, by whom.
     *
     * @param label of what does not say itself how it is marked
     */
    public record Brought(
            String title,
            JsonNode bundle,
            Label label,
            String originator,
            String actor,
            Instant at,
            Labels vocabulary) {}

    /**
     * Registers it in the current transaction.
     *
     * @throws org.entente.http.Problem (as failure) naming what cannot be an asset
     */
    public Uni<UUID> adopt(Brought brought) {
        Registration registration =
                new Registration(brought.title(), null, brought.bundle(), null, brought.label(), null, null);
        return information
                .owners()
                .map(owners ->
                        new Origin(brought.originator(), brought.actor(), brought.at(), brought.vocabulary(), owners))
                .chain(origin -> intake.prepare(bytes(registration), origin, brought.actor(), Optional.empty()))
                .chain(asset -> assets.add(asset).replaceWith(asset.id()));
    }

    private byte[] bytes(Registration registration) {
        try {
            return json.writeValueAsBytes(registration);
        } catch (JsonProcessingException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
