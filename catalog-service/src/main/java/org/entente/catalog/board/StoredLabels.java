package org.entente.catalog.board;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.entente.catalog.content.InternedLabel;
import org.entente.label.Label;

/** All labels that anything stored stands under; their sets are made of nothing else. */
@ApplicationScoped
class StoredLabels {
    private final ObjectMapper json;

    StoredLabels(ObjectMapper json) {
        this.json = json;
    }

    Uni<List<StoredLabel>> all(SqlClient client) {
        return client.query("select id, document from label").execute().map(rows -> {
            List<StoredLabel> labels = new ArrayList<>(rows.size());
            for (Row row : rows) {
                InternedLabel label = new InternedLabel(row.getString("id"), row.getString("document")).requireIntact();
                labels.add(new StoredLabel(label.id(), read(label.document())));
            }
            return labels;
        });
    }

    private Label read(String document) {
        try {
            return Label.of(json.readTree(document));
        } catch (JsonProcessingException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
