package org.entente.access.seal;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.entente.access.vocabulary.Document;
import org.jboss.logging.Logger;

/** The public keys with which this service seals or ever sealed, for everyone. */
@Singleton
@Path("/access/keys/seals")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
public class SealKeysResource {
    private static final Logger LOG = Logger.getLogger(SealKeysResource.class);
    private static final String REMEMBER = "insert into seal_key (kid, jwk) values ($1, $2) on conflict do nothing";

    private final Pool pool;
    private final Seal seal;

    SealKeysResource(Pool pool, Seal seal) {
        this.pool = pool;
        this.seal = seal;
    }

    /** Keys as a set (RFC 7517 section 5). */
    public record Keys(List<JsonNode> keys) {}

    void start(@Observes StartupEvent event) {
        remember().subscribe().with(done -> {}, fault -> LOG.warnf("Seal key not kept yet: %s", fault.getMessage()));
    }

    @GET
    @Operation(
            summary = "Keys with which consents are sealed where a party has no key of its own, as a JSON Web Key Set")
    public Uni<Keys> keys() {
        return remember()
                .chain(() -> pool.query("select kid, jwk from seal_key order by since, kid")
                        .execute())
                .map(rows -> {
                    Map<String, JsonNode> keys = new LinkedHashMap<>();
                    for (Row row : rows) {
                        keys.put(row.getString("kid"), Document.read(row.getString("jwk"), JsonNode.class));
                    }
                    return new Keys(List.copyOf(keys.values()));
                });
    }

    /** Kept for good: seals outlive the keys that made them. */
    private Uni<Void> remember() {
        return pool.preparedQuery(REMEMBER)
                .execute(Tuple.of(seal.publicKey().kid(), seal.publicKey().json()))
                .replaceWithVoid();
    }
}
