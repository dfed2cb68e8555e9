package org.entente.catalog.board;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.entente.catalog.holding.Extract;
import org.entente.catalog.holding.Holdings;

/** Looks whether all stored objects of a type are valid under a schema: asset after asset, as each is put together again. */
@ApplicationScoped
class StoredObjects {
    private static final int MOST_FINDINGS = 100;
    private static final String ASSETS = """
            select distinct p.asset from portion p join listed_asset l on l.asset = p.asset and l.version = p.version
            where p.id like $1""";

    private final Pool pool;
    private final Holdings holdings;

    StoredObjects(Pool pool, Holdings holdings) {
        this.pool = pool;
        this.holdings = holdings;
    }

    /** Which assets hold an object that would not be valid. */
    Uni<Report> report(JsonNode schema) {
        String type = schema.at("/properties/type/const").asText();
        Found found = new Found(schema, type);
        return pool.preparedQuery(ASSETS)
                .execute(Tuple.of(type + "--%"))
                .onItem()
                .transformToMulti(rows -> Multi.createFrom().iterable(rows))
                .map(row -> row.getUUID("asset"))
                .onItem()
                .transformToUniAndConcatenate(asset -> look(asset, found))
                .collect()
                .last()
                .map(last -> found.report());
    }

    private Uni<Void> look(UUID asset, Found found) {
        return holdings.find(asset)
                .chain(holding -> holding.asset().isEmpty()
                        ? Uni.createFrom().voidItem()
                        : holdings.openAll(holding)
                                .invoke(extract -> found.look(asset, extract))
                                .replaceWithVoid());
    }

    private static final class Found {
        private final JsonNode schema;
        private final String type;
        private final List<Finding> invalid = new ArrayList<>();
        private int objects;

        private Found(JsonNode schema, String type) {
            this.schema = schema;
            this.type = type;
        }

        private void look(UUID asset, Extract extract) {
            if (extract instanceof Extract.Objects stored) {
                stored.objects().stream()
                        .filter(object -> object.path("type").asText().equals(type))
                        .forEach(object -> look(asset, object));
            }
        }

        private void look(UUID asset, ObjectNode object) {
            objects++;
            ObjectSchema.violation(schema, object)
                    .filter(place -> invalid.size() < MOST_FINDINGS)
                    .ifPresent(place -> invalid.add(
                            new Finding(asset.toString(), null, "has an object that is not valid at " + place)));
        }

        private Report report() {
            return new Report(objects, 0, List.copyOf(invalid), List.of());
        }
    }
}
