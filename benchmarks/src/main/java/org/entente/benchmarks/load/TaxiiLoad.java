package org.entente.benchmarks.load;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.entente.benchmarks.load.Measurement.Lengths;
import org.entente.suite.demo.Acts;
import org.entente.suite.layout.Part;

/**
 * Pages of a TAXII collection, filtered by decision, beside a plain query that returns as many rows: the first page, one in the
 * middle of all objects, and the manifest; over 100,000 objects, which it registers unless they are there, with {@code --quick}
 * over 2,000.
 */
public final class TaxiiLoad {
    private static final int ASSETS = 100_000;
    private static final int FEW_ASSETS = 2_000;
    private static final int PAGE = 100;
    private static final Duration SHELVED_WITHIN = Duration.ofMinutes(10);
    private static final int QUERIES = 1_000;
    private static final String COLLECTION =
            "/taxii2/" + Suite.PARTNER.toLowerCase(Locale.ROOT) + "-" + Suite.PURPOSE + "/collections/shared-analysis/";
    private static final String PLAIN = """
            select s.object, s.added, p.content from shelf s
            join portion p on p.asset = s.asset and p.version = s.version and p.seq = s.seq order by s.added limit ?""";
    private static final String MIDDLE = """
            select to_char(added at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') from shelf
            order by added offset (select count(*) / 2 from shelf) limit 1""";

    private TaxiiLoad() {}

    public static void main(String[] arguments) throws IOException, SQLException, InterruptedException {
        Lengths lengths = Lengths.of(arguments);
        Fill.upTo(List.of(arguments).contains("--quick") ? FEW_ASSETS : ASSETS);
        Suite suite = Suite.running();
        List<String> rows = new ArrayList<>();
        String size;
        try (Acts acts = suite.agreed();
                Connection database = suite.database(Part.CATALOG)) {
            awaitShelved(database);
            size = first(database, "select count(*) from shelf");
            try (Paused others = Paused.services(suite);
                    ServiceProcess access = ServiceProcess.start(suite, Part.ACCESS);
                    ServiceProcess service =
                            ServiceProcess.start(suite, Part.CATALOG, "-Dentente.access.url=" + access.address())) {
                String collection = service.address() + COLLECTION;
                String token = suite.token("xbb-analyst");
                String middle = "&added_after=" + first(database, MIDDLE);
                rows.add(row("objects, first page", collection + "objects/?limit=" + PAGE, token, lengths));
                rows.add(row(
                        "objects, from the middle", collection + "objects/?limit=" + PAGE + middle, token, lengths));
                rows.add(row("manifest, first page", collection + "manifest/?limit=" + PAGE, token, lengths));
            }
            plain(database);
            rows.add(plain(database));
        }
        System.out.println(Measurement.head(size + " objects, pages of " + PAGE));
        rows.forEach(System.out::println);
    }

    /** Until all that is registered is in collections. */
    private static void awaitShelved(Connection database) throws IOException, SQLException, InterruptedException {
        long start = System.nanoTime();
        while (!first(database, "select count(*) from shelf_queue where due <= now()")
                .equals("0")) {
            if (System.nanoTime() - start > SHELVED_WITHIN.toNanos()) {
                throw new IOException("Objects are still on their way to the shelf.");
            }
            Thread.sleep(1_000);
        }
    }

    private static String row(String name, String url, String token, Lengths lengths) {
        return Measurement.alone(name, new Call(url, token, null, "\"more\":true"), lengths)
                .row();
    }

    private static String plain(Connection database) throws SQLException {
        long[] nanos = new long[QUERIES];
        try (PreparedStatement query = database.prepareStatement(PLAIN)) {
            query.setInt(1, PAGE);
            for (int number = 0; number < QUERIES; number++) {
                long start = System.nanoTime();
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        rows.getBytes(3);
                    }
                }
                nanos[number] = System.nanoTime() - start;
            }
        }
        Latencies latencies = new Latencies(nanos);
        return String.format(
                Locale.ROOT,
                "| plain SQL, %d rows, one after the other | | | %.2f | %.2f | 0 |",
                PAGE,
                latencies.percentile(50),
                latencies.percentile(99));
    }

    private static String first(Connection database, String sql) throws SQLException {
        try (PreparedStatement query = database.prepareStatement(sql);
                ResultSet rows = query.executeQuery()) {
            rows.next();
            return rows.getString(1);
        }
    }
}
