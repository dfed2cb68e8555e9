package org.entente.benchmarks.load;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.entente.benchmarks.load.Measurement.Lengths;
import org.entente.suite.demo.Acts;
import org.entente.suite.layout.Part;

/** The first page of what a partner may discover, beside a plain query that returns as many rows. */
final class ListLoad {
    private static final int PAGE = 50;
    private static final int QUERIES = 200;
    private static final String PLAIN = """
            select a.id, a.originator, a.registered, v.version, v.title
            from listed_asset l join asset a on a.id = l.asset join asset_version v on v.asset = a.id and v.version = l.version
            order by l.registered desc, l.asset desc limit ?""";

    private ListLoad() {}

    static void main(String[] arguments) throws IOException, SQLException {
        Lengths lengths = Lengths.of(arguments);
        Suite suite = Suite.running();
        List<String> rows = new ArrayList<>();
        int size = suite.assets();
        suite.settle(Part.CATALOG);
        try (Acts acts = suite.agreed();
                Connection database = suite.database(Part.CATALOG);
                Paused others = Paused.services(suite);
                ServiceProcess access = ServiceProcess.start(suite, Part.ACCESS);
                ServiceProcess service =
                        ServiceProcess.start(suite, Part.CATALOG, "-Dentente.access.url=" + access.address())) {
            String page = service.address() + "/catalog/assets?purpose=" + Suite.PURPOSE + "&limit=" + PAGE;
            Call call = new Call(page, suite.token("xbb-analyst"), null, "\"next\":\"");
            // Many callers first, and long: by the time that one calls alone, the service is compiled.
            Measurement together = Measurement.of(
                    "list, first page of " + PAGE, call, lengths.times(2), () -> suite.settle(Part.ACCESS));
            rows.add(Measurement.alone("list, first page of " + PAGE, call, lengths)
                    .row());
            rows.add(together.row());
            plain(database);
            rows.add(plain(database));
        }
        System.out.println(Measurement.head(size + " assets"));
        rows.forEach(System.out::println);
    }

    private static String plain(Connection database) throws SQLException {
        long[] nanos = new long[QUERIES];
        try (PreparedStatement query = database.prepareStatement(PLAIN)) {
            query.setInt(1, PAGE);
            for (int number = 0; number < QUERIES; number++) {
                long start = System.nanoTime();
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        rows.getBytes(5);
                    }
                }
                nanos[number] = System.nanoTime() - start;
            }
        }
        Latencies latencies = new Latencies(nanos);
        return String.format(
                java.util.Locale.ROOT,
                "| plain SQL, %d rows, one after the other | | | %.2f | %.2f | 0 |",
                PAGE,
                latencies.percentile(50),
                latencies.percentile(99));
    }
}
