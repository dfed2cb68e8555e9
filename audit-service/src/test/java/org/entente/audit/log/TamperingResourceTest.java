package org.entente.audit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.entente.embedded.testing.EmbeddedServers;
import org.entente.tlog.Reason;
import org.entente.tlog.SignedCheckpoint;
import org.entente.tlog.Verdict;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TamperingResourceTest extends GrowingLogTest {

    @Test
    void anyChangedByteIsFoundByTheAuditAndAtTheGrowingEndByTheNextStart() throws SQLException {
        grow(600);
        long last = checkpoint().checkpoint().size() - 1;
        String flip = " set hashes = set_byte(hashes, 40, get_byte(hashes, 40) # 4) where ";
        String swap = "update log_entry set entry = replace(entry, 'entry/1', 'entry/2') where index = ";
        String swapBack = "update log_entry set entry = replace(entry, 'entry/2', 'entry/1') where index = ";

        assertFound(
                "update tile" + flip + "level = 0 and index = 1",
                "update tile" + flip + "level = 0 and index = 1",
                false);
        assertFound(swap + 7, swapBack + 7, false);
        assertFound(swap + last, swapBack + last, true);
        assertFound("update growing_tile" + flip + "level = 1", "update growing_tile" + flip + "level = 1", true);
    }

    @Test
    void nothingIsAppendedToDamagedTiles() throws SQLException {
        grow(600);
        SignedCheckpoint before = checkpoint();
        String flip = "update growing_tile set hashes = set_byte(hashes, 5, get_byte(hashes, 5) # 1) where level = 1";

        tamper(flip);
        assertThatThrownBy(() -> grow(1)).hasMessageContaining("damaged");
        tamper(flip);

        // Not the whole note: a witness may cosign it meanwhile.
        assertThat(checkpoint().checkpoint()).isEqualTo(before.checkpoint());
        grow(1);
    }

    @Test
    void theServiceItselfMayNotChangeWhatIsWritten() throws SQLException {
        grow(1);
        for (String statement : List.of(
                "update log_entry set entry = entry",
                "delete from log_entry",
                "truncate log_entry",
                "update tile set hashes = hashes",
                "delete from tile",
                "delete from growing_tile",
                "delete from log_head",
                "insert into log_head (id, size, root) select 2, size, root from log_head",
                "update log_head set id = 1",
                "alter table log_entry disable trigger all",
                "drop table tile")) {
            assertThatThrownBy(() -> execute(asService(), statement))
                    .as(statement)
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
        }
    }

    private void assertFound(String damage, String repair, boolean alsoAtStart) throws SQLException {
        SignedCheckpoint signed = checkpoint();
        long size = signed.checkpoint().size();

        tamper(damage);
        Verdict damaged = audit(size).verify(signed.checkpoint());
        Throwable refusal = refusalAtStart();
        tamper(repair);

        assertThat(damaged).as(damage).isEqualTo(Verdict.refused(Reason.TILE_DIFFERS));
        assertThat(refusal != null).as(damage).isEqualTo(alsoAtStart);
        assertThat(audit(size).verify(signed.checkpoint())).isEqualTo(Verdict.verified());
    }

    private Throwable refusalAtStart() {
        try {
            start.check(keys);
            return null;
        } catch (IllegalStateException e) {
            return e;
        }
    }

    private static void tamper(String statement) throws SQLException {
        execute(EmbeddedServers.superuser("audit"), statement);
    }

    private static Connection asService() throws SQLException {
        return DriverManager.getConnection(config("jdbc.url"), config("username"), config("password"));
    }

    private static String config(String name) {
        return ConfigProvider.getConfig().getValue("quarkus.datasource." + name, String.class);
    }

    private static void execute(Connection connection, String statement) throws SQLException {
        try (connection;
                Statement execution = connection.createStatement()) {
            execution.executeUpdate(statement);
        }
    }
}
