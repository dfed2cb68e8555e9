package org.entente.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {

    private static final Credentials OWNER = new Credentials("sample_owner", "o'wner");
    private static final Credentials RUNTIME = new Credentials("sample_service", "runtime");
    private static final Database SAMPLE = new Database("sample", OWNER, RUNTIME);

    @TempDir
    Path folder;

    private EmbeddedPostgres server;

    @BeforeEach
    void start() throws Exception {
        server = EmbeddedPostgres.start(settings());
        server.createDatabase(SAMPLE);
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void nobodyEntersWithAWrongPassword() {
        assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl("sample"), "postgres", "guess"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void theRuntimeUserMayOnlyDoWhatAMigrationGrants() throws Exception {
        execute(OWNER, "CREATE TABLE note (text text)");
        execute(OWNER, "CREATE TABLE entry (text text); GRANT SELECT, INSERT ON entry TO sample_service");

        execute(RUNTIME, "INSERT INTO entry VALUES ('kept')");

        assertDenied("SELECT * FROM note");
        assertDenied("DELETE FROM entry");
        assertDenied("CREATE TABLE mine (text text)");
        assertDenied("CREATE TEMPORARY TABLE mine (text text)");
    }

    @Test
    void aUserOfOneDatabaseDoesNotEnterAnother() throws Exception {
        Credentials other = new Credentials("other_service", "other");
        server.createDatabase(new Database("other", new Credentials("other_owner", "other"), other));

        assertThatThrownBy(() -> connect(other, "sample")).hasMessageContaining("permission denied");
        assertThatThrownBy(() -> connect(other, "postgres")).hasMessageContaining("permission denied");
    }

    @Test
    void dataSurvivesARestartAndCreatingTheDatabaseAgain() throws Exception {
        execute(OWNER, "CREATE TABLE kept AS SELECT 1 AS one");
        server.close();

        server = EmbeddedPostgres.start(settings());
        server.createDatabase(SAMPLE);

        try (Connection connection = connect(OWNER, "sample");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM kept")) {
            rows.next();
            assertThat(rows.getInt(1)).isEqualTo(1);
        }
    }

    @Test
    void aServerLeftOverOnTheSameDataIsStoppedFirst() throws Exception {
        ProcessHandle leftOver = server.process();

        server = EmbeddedPostgres.start(settings());

        assertThat(leftOver.isAlive()).isFalse();
        assertThat(EmbeddedPostgres.running(folder.resolve("postgres"))).contains(server.process());
    }

    @Test
    void aServerThatWasKilledDoesNotHinderTheNextStart() throws Exception {
        server.process().destroyForcibly();
        PidFile.ends(server.process(), Duration.ofMinutes(1));

        server = EmbeddedPostgres.start(settings());

        execute(OWNER, "SELECT 1");
    }

    private EmbeddedPostgres.Settings settings() {
        return new EmbeddedPostgres.Settings(
                folder.resolve("postgres"),
                folder.resolve("postgres.log"),
                FreePorts.any(),
                "secret",
                Map.of("fsync", "off"));
    }

    private Connection connect(Credentials user, String database) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(database), user.user(), user.password());
    }

    private void execute(Credentials user, String sql) throws SQLException {
        try (Connection connection = connect(user, "sample");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void assertDenied(String sql) {
        assertThatThrownBy(() -> execute(RUNTIME, sql)).hasMessageContaining("permission denied");
    }
}
