package org.entente.benchmarks.load;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.entente.suite.demo.Acts;
import org.entente.suite.demo.AgreementTerms;
import org.entente.suite.demo.EntenteClient;
import org.entente.suite.demo.GrantTerms;
import org.entente.suite.demo.Made;
import org.entente.suite.launch.RunningSuite;
import org.entente.suite.layout.Home;
import org.entente.suite.layout.Installation;
import org.entente.suite.layout.Part;
import org.entente.suite.layout.Ports;
import org.entente.suite.login.Tokens;

/** The suite that {@code ./entente up} started from this checkout. */
record Suite(Installation installation, Home home, Ports ports) {
    static final String PARTNER = "XBB";
    static final String PURPOSE = "cyber-defence";
    private static final Duration LONGEST_SETTLING = Duration.ofMinutes(3);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    static Suite running() throws IOException {
        Installation installation = Installation.current();
        Home home = installation.home();
        Ports ports = new RunningSuite(home)
                .ports()
                .orElseThrow(() -> new IOException("no suite runs here; start one with ./entente up"));
        return new Suite(installation, home, ports);
    }

    String token(String account) throws IOException {
        return Tokens.of(home, ports).token(account);
    }

    int assets() throws IOException, SQLException {
        try (Connection database = database(Part.CATALOG)) {
            return (int) count(database, "asset");
        }
    }

    /** Returns when what a service had to announce is with Kafka. */
    void settle(Part service) {
        Instant end = Instant.now().plus(LONGEST_SETTLING);
        try (Connection announcing = database(service)) {
            while (count(announcing, "outbox") > 0 && Instant.now().isBefore(end)) {
                LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            }
        } catch (IOException | SQLException fault) {
            throw new IllegalStateException("The databases of the suite cannot be read.", fault);
        }
    }

    private static long count(Connection database, String table) throws SQLException {
        try (PreparedStatement query = database.prepareStatement("select count(*) from " + table);
                ResultSet rows = query.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    Connection database(Part service) throws IOException, SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + ports.of(Part.POSTGRESQL) + "/" + service.domain(),
                "postgres",
                home.secrets().text("postgresql-superuser"));
    }

    /** An agreement in force with a partner and a grant of tier 2 under it, ended when the acts are closed. */
    Acts agreed() throws IOException {
        Acts acts = new Acts(
                EntenteClient.of(home, ports),
                new Made(home.folder().resolve("benchmarks").resolve("made")));
        Instant until = Instant.now().plus(Duration.ofHours(2));
        List<String> shared = List.of("situational-awareness", "shared-analysis");
        acts.registerPartner(PARTNER, "Republic of " + PARTNER);
        String agreement = acts.propose(new AgreementTerms(
                PARTNER,
                "Benchmarks",
                List.of(PURPOSE),
                shared,
                "SECRET",
                List.of("discover", "view", "release"),
                2,
                Instant.now().toString(),
                until.toString()));
        acts.consent("xbb-officer", agreement);
        acts.grant(new GrantTerms(agreement, 2, shared, List.of(PURPOSE), until.toString()));
        return acts;
    }
}
