package org.entente.benchmarks.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.entente.suite.layout.Part;

/**
 * Intake of a bundle of 50 MB, beside plain inserts of the rows that it makes, the portions and the index of words, into tables
 * of the same form.
 */
public final class IntakeLoad {
    private static final int OBJECTS = 45_000;
    private static final int DESCRIPTION = 800;
    private static final int ROUNDS = 4;
    private static final int BATCH = 1_000;
    private static final double NANOS = 1e9;
    private static final List<String> TABLES = List.of("portion", "search_posting");

    private IntakeLoad() {}

    public static void main(String[] arguments) throws IOException, SQLException, InterruptedException {
        Suite suite = Suite.running();
        List<String> rows = new ArrayList<>();
        // A bundle is whole in memory several times over: as it came, as a tree, and sealed.
        try (Connection database = database(suite);
                ServiceProcess service = ServiceProcess.start(suite, Part.CATALOG, "-Xmx2g")) {
            for (int round = 0; round < ROUNDS; round++) {
                byte[] body = registration(round);
                long start = System.nanoTime();
                String asset = register(service, suite.token("agency-app"), body);
                double intake = (System.nanoTime() - start) / NANOS;
                double plain = plain(database, asset);
                if (round > 0) { // the first warms up
                    rows.add(String.format(
                            Locale.ROOT,
                            "| %d | %.1f | %.0f | %.0f | %.1f |",
                            round,
                            body.length / 1e6,
                            OBJECTS / intake,
                            OBJECTS / plain,
                            intake / plain));
                }
            }
        }
        System.out.println("\n| round | MB | intake, objects/s | plain inserts, objects/s | times slower |\n"
                + "| ---: | ---: | ---: | ---: | ---: |");
        rows.forEach(System.out::println);
    }

    private static String register(ServiceProcess service, String token, byte[] body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(service.address().resolve("/catalog/assets"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        if (response.statusCode() != 201) {
            throw new IOException("Not registered: " + response.body());
        }
        String path = URI.create(response.headers().firstValue("Location").orElseThrow())
                .getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Seconds to insert the rows of the asset once more, in batches, in one transaction. */
    private static double plain(Connection database, String asset) throws SQLException {
        double seconds = 0;
        for (String table : TABLES) {
            List<Object[]> rows = rows(database, table, asset);
            try (Statement statement = database.createStatement()) {
                statement.execute("create table plain_" + table + " (like " + table + " including all)");
            }
            try {
                seconds += insert(database, table, rows);
            } finally {
                try (Statement statement = database.createStatement()) {
                    statement.execute("drop table plain_" + table);
                }
            }
        }
        return seconds;
    }

    private static double insert(Connection database, String table, List<Object[]> rows) throws SQLException {
        String places = "?" + ", ?".repeat(rows.get(0).length - 1);
        long start = System.nanoTime();
        database.setAutoCommit(false);
        try (PreparedStatement insert =
                database.prepareStatement("insert into plain_" + table + " values (" + places + ")")) {
            for (int number = 0; number < rows.size(); number++) {
                Object[] row = rows.get(number);
                for (int column = 0; column < row.length; column++) {
                    insert.setObject(column + 1, row[column]);
                }
                insert.addBatch();
                if ((number + 1) % BATCH == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
            database.commit();
        } finally {
            database.setAutoCommit(true);
        }
        return (System.nanoTime() - start) / NANOS;
    }

    private static List<Object[]> rows(Connection database, String table, String asset) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        try (PreparedStatement query = database.prepareStatement("select * from " + table + " where asset = ?::uuid")) {
            query.setString(1, asset);
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    Object[] row = new Object[found.getMetaData().getColumnCount()];
                    for (int column = 0; column < row.length; column++) {
                        row[column] = found.getObject(column + 1);
                    }
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    private static byte[] registration(int round) {
        Random random = new Random(round);
        StringBuilder bundle = new StringBuilder(60_000_000);
        bundle.append("{\"title\": \"Intake ")
                .append(round)
                .append(
                        "\", \"defaultLabel\": {\"policy\": \"ALLIANCE\","
                                + " \"classification\": \"RESTRICTED\", \"releasableTo\": [\"XBB\"],"
                                + " \"categories\": [\"situational-awareness\"]}, \"bundle\": {\"type\": \"bundle\", \"id\": \"bundle--");
        bundle.append(new UUID(random.nextLong(), random.nextLong())).append("\", \"objects\": [");
        for (int number = 0; number < OBJECTS; number++) {
            bundle.append(number == 0 ? "" : ",").append(object(number, random));
        }
        return bundle.append("]}}").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String object(int number, Random random) {
        StringBuilder description = new StringBuilder(DESCRIPTION + 20);
        while (description.length() < DESCRIPTION) {
            description.append("word").append(random.nextInt(20_000)).append(' ');
        }
        return """
                {"type": "indicator", "spec_version": "2.1", "id": "indicator--%s", "created": "2026-01-01T00:00:00Z",
                 "modified": "2026-01-01T00:00:00Z", "name": "Address %d", "description": "%s",
                 "pattern": "[ipv4-addr:value = '198.51.%d.%d']", "pattern_type": "stix",
                 "valid_from": "2026-01-01T00:00:00Z"}""".formatted(
                new UUID(random.nextLong(), random.nextLong()), number, description, number / 256 % 256, number % 256);
    }

    private static Connection database(Suite suite) throws IOException, SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + suite.ports().of(Part.POSTGRESQL) + "/" + Part.CATALOG.domain(),
                "postgres",
                suite.home().secrets().text("postgresql-superuser"));
    }
}
