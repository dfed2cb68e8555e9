package org.entente.access.training;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.entente.http.Caller;

/** The published courses and what the tiers demand, and to each person their own attestations. */
@Path("/access/training")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class TrainingResource {
    private final Caller caller;
    private final Sheets sheets;
    private final TrainingSettings training;

    TrainingResource(Caller caller, Sheets sheets, TrainingSettings training) {
        this.caller = caller;
        this.sheets = sheets;
        this.training = training;
    }

    /**
     * What is demanded.
     *
     * @param courses that may be attested
     * @param tiers that demand some, by their number; agreements may demand more
     * @param longest for which training may be attested
     */
    public record Published(List<String> courses, Map<Integer, List<String>> tiers, Duration longest) {}

    /** What is attested of the caller, the longest first. */
    public record Own(List<Sheet> attestations) {}

    @GET
    @Operation(summary = "The courses there are, and what each tier demands")
    public Published published() {
        return new Published(training.courses(), TrainingSettings.byTier(training), training.longest());
    }

    @GET
    @Path("/mine")
    @Operation(summary = "What is attested of the caller")
    public Uni<Own> mine() {
        return sheets.of(caller.subject(), caller.nation()).map(Own::new);
    }
}
