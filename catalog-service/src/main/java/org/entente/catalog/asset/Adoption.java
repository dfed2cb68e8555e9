package org.entente.catalog.asset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.UUID;
import org.entente.catalog.content.OffEventLoop;
import org.entente.label.Label;
import org.entente.label.Labels;

/** Takes in what another nation brings: an asset like any other, whose originator is that nation. */
@ApplicationScoped
public class Adoption {
    private final Intake intake;
    private final NewAssets assets;
    private final ObjectMapper json;

    Adoption(Intake intake, NewAssets assets, ObjectMapper json) {
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
        Registration registration = new Registration(brought.title(), null, brought.bundle(), brought.label(), null);
        Origin origin = new Origin(brought.originator(), brought.actor(), brought.at(), brought.vocabulary());
        return OffEventLoop.run(() -> intake.prepare(bytes(registration), origin))
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
