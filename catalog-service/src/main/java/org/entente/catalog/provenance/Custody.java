package org.entente.catalog.provenance;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

/** Writes down who holds a copy: whoever hands one over says so in the same transaction. */
@ApplicationScoped
public class Custody {
    private static final String COPY = """
            with copy as (
                insert into prov_entity (name, kind, asset, version, at, actor)
                values ('assets/' || $1::uuid::text || '/copies/' || $3::text, 'copy', $1, $2, $5::timestamptz, $6::text) returning id
            ), custodian as (
                insert into prov_agent (entity, nation, role, at) select id, $4::text, 'custodian', $5::timestamptz from copy
            )
            insert into prov_derivation (derived, source, kind, at, actor)
            select copy.id, e.id, 'copy', $5::timestamptz, $6::text from copy, prov_entity e
            where e.asset = $1 and e.kind = 'version' and e.version = $2""";

    /**
     * A copy that was handed over.
     *
     * @param name by which it is told from other copies, such as the identifier of its release
     * @param custodian the nation that holds it now
     */
    public record Copy(UUID asset, int version, String name, String custodian, Instant at, String actor) {}

    /** Writes it down, once; the same copy again is an error of the caller, and fails. */
    public Uni<Void> handedOver(SqlClient transaction, Copy copy) {
        return transaction
                .preparedQuery(COPY)
                .execute(Tuple.of(
                        copy.asset(),
                        copy.version(),
                        copy.name(),
                        copy.custodian(),
                        copy.at().atOffset(ZoneOffset.UTC),
                        copy.actor()))
                .replaceWithVoid();
    }
}
