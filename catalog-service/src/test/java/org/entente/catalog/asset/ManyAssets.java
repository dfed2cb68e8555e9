package org.entente.catalog.asset;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.catalog.content.InternedLabel;
import org.entente.catalog.content.KeyProvider;
import org.entente.catalog.information.RightsOwners;
import org.entente.label.InformationCategories;
import org.entente.label.Labels;
import org.entente.label.MarkingPolicies;

/**
 * Fills a catalog with assets as the service itself would have registered them, without HTTP and without events. Of the
 * sets of labels XDD is shown all, XCC every second, XBB one in a hundred.
 */
public final class ManyAssets {
    private static final int BATCH = 1_000;
    private static final String LABEL = "insert into label values (?, ?) on conflict do nothing";
    private static final String ASSET = "insert into asset values (?, ?, ?)";
    private static final String KEY = "insert into asset_key values (?, ?, ?)";
    private static final String VERSION = "insert into asset_version values (?, 1, ?, null, ?, ?, ?, ?, ?, ?)";
    private static final String ASSET_LABEL = "insert into asset_label values (?, 1, ?, ?)";
    private static final String PORTION = "insert into portion values (?, 1, ?, ?, ?, ?)";
    private static final String SET = "insert into label_set (labels, digest) values (?, ?) on conflict do nothing";
    private static final String LISTED =
            "insert into listed_asset select ?, 1, ?, id, ? from label_set where digest = ?";

    private final ObjectMapper json;
    private final Preparation preparation;
    private final Labels vocabulary = new Labels(MarkingPolicies.builtIn(), InformationCategories.builtIn());

    public ManyAssets(ObjectMapper json, KeyProvider keys) {
        this.json = json;
        BundleLimits bundles = new BundleLimits() {
            @Override
            public int maxPortions() {
                return 10;
            }

            @Override
            public int maxDepth() {
                return 10;
            }
        };
        this.preparation = new Preparation(json, keys, new Substance(json, bundles, () -> 10));
    }

    /** Adds so many assets under so many sets of two labels. */
    public void fill(Connection connection, int assets, int sets) throws SQLException, IOException {
        connection.setAutoCommit(false);
        Instant start = Instant.parse("2020-01-01T00:00:00Z");
        List<SealedAsset> batch = new ArrayList<>();
        for (int number = 0; number < assets; number++) {
            Origin origin =
                    new Origin("XAA", "many@XAA", start.plusSeconds(number), vocabulary, RightsOwners.builtIn());
            batch.add(preparation.seal(
                    preparation.read(json.writeValueAsBytes(registration(number, number % sets))),
                    new Making(origin, Edition.first(origin.at()), new Earlier(json)),
                    List.of()));
            if (batch.size() == BATCH || number == assets - 1) {
                insert(connection, batch);
                connection.commit();
                batch.clear();
            }
        }
    }

    private ObjectNode registration(int number, int set) {
        ObjectNode registration = json.createObjectNode().put("title", "Asset " + number);
        registration.set("defaultLabel", label("RESTRICTED", set));
        registration.putObject("labelsByType").set("ipv4-addr", label("CONFIDENTIAL", set));
        registration
                .putObject("bundle")
                .put("type", "bundle")
                .put("id", "bundle--3e1a0c3e-6a0e-4d0e-9b1c-0d8f6f1f7a10")
                .putArray("objects")
                .addObject()
                .put("type", "ipv4-addr")
                .put("spec_version", "2.1")
                .put("id", "ipv4-addr--28bb3599-77cd-5a82-a950-b5bcfa9f5b9e")
                .put("value", "192.0.2.10");
        return registration;
    }

    private ObjectNode label(String classification, int set) {
        ObjectNode label = json.createObjectNode().put("policy", "ALLIANCE").put("classification", classification);
        label.putArray("categories").add("situational-awareness");
        ArrayNode nations = label.putArray("releasableTo").add("XDD");
        if (set % 2 == 0) {
            nations.add("XCC");
        }
        if (set % 100 == 0) {
            nations.add("XBB");
        }
        nations.add("QM" + (char) ('A' + set % 26));
        nations.add("QN" + (char) ('A' + set / 26 % 26));
        nations.add("QO" + (char) ('A' + set / 26 / 26));
        return label;
    }

    private static void insert(Connection connection, List<SealedAsset> assets) throws SQLException {
        try (Inserts inserts = new Inserts(connection)) {
            for (SealedAsset asset : assets) {
                insert(inserts, asset);
            }
        }
    }

    private static void insert(Inserts inserts, SealedAsset asset) throws SQLException {
        String[] labels =
                asset.labels().keySet().stream().map(InternedLabel::id).toArray(String[]::new);
        Timestamp registered = Timestamp.from(asset.registered());
        for (InternedLabel label : asset.labels().keySet()) {
            inserts.add(LABEL, label.id(), label.document());
        }
        inserts.add(ASSET, asset.id(), asset.originator(), registered);
        inserts.add(KEY, asset.id(), asset.key().bytes(), asset.key().wrappedWith());
        inserts.add(
                VERSION,
                asset.id(),
                asset.text().title(),
                asset.text().label(),
                asset.portions().size(),
                asset.answer().sha256(),
                asset.seals().portions(),
                registered,
                asset.actor());
        for (var label : asset.labels().entrySet()) {
            inserts.add(ASSET_LABEL, asset.id(), label.getKey().id(), label.getValue());
        }
        for (int seq = 0; seq < asset.portions().size(); seq++) {
            SealedAsset.SealedPortion portion = asset.portions().get(seq);
            inserts.add(PORTION, asset.id(), seq, portion.id(), portion.label(), portion.content());
        }
        String digest = LabelSet.digest(List.of(labels));
        inserts.add(SET, labels, digest);
        inserts.add(LISTED, asset.id(), registered, asset.seals().labels(), digest);
    }

    /** Statements in the order in which rows refer to each other, each with its rows. */
    private static final class Inserts implements AutoCloseable {
        private final Map<String, PreparedStatement> statements = new LinkedHashMap<>();

        Inserts(Connection connection) throws SQLException {
            for (String sql : List.of(LABEL, ASSET, KEY, VERSION, ASSET_LABEL, PORTION, SET, LISTED)) {
                statements.put(sql, connection.prepareStatement(sql));
            }
        }

        void add(String sql, Object... values) throws SQLException {
            PreparedStatement statement = statements.get(sql);
            for (int index = 0; index < values.length; index++) {
                statement.setObject(index + 1, values[index]);
            }
            statement.addBatch();
        }

        @Override
        public void close() throws SQLException {
            for (PreparedStatement statement : statements.values()) {
                statement.executeBatch();
                statement.close();
            }
        }
    }
}
