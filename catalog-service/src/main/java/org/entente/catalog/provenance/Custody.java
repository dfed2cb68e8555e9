package org.entente.catalog.provenance;

import io.quarkus.hibernate.reactive.panache.Panache;
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
                values ('assets/' || $1::uuid::text || '/copies/' || $3::text, 'copy', $1, $2, $5::timestamptz, $6::text)
                on conflict (name) do nothing returning id
            ), custodian as (
                insert into prov_agent (entity, nation, role, at) select id, $4::text, 'custodian', $5::timestamptz from copy
            )
            insert into prov_derivation (derived, source, kind, at, actor)
            select copy.id, e.id, 'copy', $5::timestamptz, $6::text from copy, prov_entity e
            where e.asset = $1 and e.kind = 'version' and e.version = $2""";

    private static final String CONTRIBUTED = """
            insert into prov_agent (entity, nation, role, at)
            select e.id, n.nation, n.role, cast(?4 as timestamptz) from prov_entity e
            cross join (values (cast(?2 as text), 'contributor'), (cast(?3 as text), 'custodian')) as n (nation, role)
            where e.asset = ?1 and e.kind = 'version' and e.version = 1 on conflict do nothing""";

    /**
     * A copy that was handed over.
     *
     * @param name by which it is told from other copies, such as the identifier of its release
     * @param custodian the nation that holds it now
     */
    public record Copy(UUID asset, int version, String name, String custodian, Instant at, String actor) {}

    /** Writes it down, once; the same copy again changes nothing. */
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

    /** Writes down, in the current Panache transaction, who contributed an asset, and that we hold it since. */
    public Uni<Void> contributed(UUID asset, String contributor, String home, Instant at) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(CONTRIBUTED)
                        .setParameter(1, asset)
                        .setParameter(2, contributor)
                        .setParameter(3, home)
                        .setParameter(4, at)
                        .executeUpdate())
                .replaceWithVoid();
    }
}
