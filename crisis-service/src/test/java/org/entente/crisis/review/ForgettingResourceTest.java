package org.entente.crisis.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.crisis.Crisis.activate;
import static org.entente.crisis.Crisis.agreedPlan;
import static org.entente.crisis.Crisis.indicator;
import static org.entente.crisis.Crisis.signal;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.entente.embedded.testing.EmbeddedServers;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ForgettingResourceTest {
    private static final int LONG_AGO = 500;

    @Inject
    Forgetting forgetting;

    @Test
    void forgetsWhatIsOldAndKeepsWhatIsYoung() throws SQLException {
        String old = told(UUID.randomUUID().toString(), LONG_AGO);
        String young = told(UUID.randomUUID().toString(), 100);

        forgetting.forget().await().atMost(Duration.ofMinutes(1));

        assertThat(rows(old)).isZero();
        assertThat(rows(young)).isEqualTo(3);
    }

    @Test
    void keepsWhatAnActivationNeedsThatNobodyHasEnded() throws SQLException {
        String indicator = indicator();
        String plan = agreedPlan(indicator, "XBB");
        signal(indicator, 100);
        String decision = told(activate(plan).getString("id"), LONG_AGO);

        forgetting.forget().await().atMost(Duration.ofMinutes(1));

        assertThat(rows(decision)).isEqualTo(3);
    }

    @Test
    void forgetsNothingOfTheLastMonthWhoeverAsks() throws SQLException {
        String recent = told(UUID.randomUUID().toString(), 20);

        execute("select forget_told(interval '0')");

        assertThat(rows(recent)).isEqualTo(3);
    }

    /** A decision that rested on the activation, that it was fetched, and an event about it. */
    private static String told(String activation, int daysAgo) throws SQLException {
        String decision = UUID.randomUUID().toString();
        String at = "now() - interval '" + daysAgo + " days'";
        execute("insert into expedited values ('" + decision + "', '" + activation
                + "', 'XBB', 'p', 'cyber-defence', 'r', 1, " + at + ")");
        execute("insert into fetched values ('" + decision + "', " + at + ")");
        execute("insert into chronicle (event, type, subject, at, activation, data) values ('" + decision
                + "', 't', 's', " + at + ", '" + activation + "', '{}')");
        return decision;
    }

    private static void execute(String statement) throws SQLException {
        try (Connection connection = EmbeddedServers.superuser("crisis");
                PreparedStatement prepared = connection.prepareStatement(statement)) {
            prepared.execute();
        }
    }

    private static int rows(String decision) throws SQLException {
        String count = "select (select count(*) from expedited where decision = ?)"
                + " + (select count(*) from fetched where decision = ?)"
                + " + (select count(*) from chronicle where event::text = ?)";
        try (Connection connection = EmbeddedServers.superuser("crisis");
                PreparedStatement prepared = connection.prepareStatement(count)) {
            for (int place = 1; place <= 3; place++) {
                prepared.setString(place, decision);
            }
            try (var result = prepared.executeQuery()) {
                result.next();
                return result.getInt(1);
            }
        }
    }
}
