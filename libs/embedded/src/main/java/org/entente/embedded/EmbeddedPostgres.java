package org.entente.embedded;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A PostgreSQL server on 127.0.0.1, a child of this process; every login needs a password (SCRAM), from the first start. */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final String SUPERUSER = "postgres";
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(20);

    /**
     * Where and how the server runs.
     *
     * @param home holds the data, kept from start to start
     * @param log the server's output is appended to it
     * @param superuserPassword the one given at the first start with this home
     * @param parameters further server parameters, as in {@code postgresql.conf}
     */
    public record Settings(Path home, Path log, int port, String superuserPassword, Map<String, String> parameters) {

        Path data() {
            return home.resolve("data");
        }
    }

    private final Settings settings;
    private final Process process;

    private EmbeddedPostgres(Settings settings, Process process) {
        this.settings = settings;
        this.process = process;
    }

    /**
     * Starts the server and returns when it accepts logins; a server left over on the same data is stopped first.
     *
     * @throws IOException if it cannot be unpacked, initialised or started; names the log file
     */
    public static EmbeddedPostgres start(Settings settings) throws IOException {
        PostgresBinaries binaries = PostgresBinaries.prepare(Cache.ofUser());
        Folders.createPrivate(settings.home());
        Files.createDirectories(settings.log().toAbsolutePath().getParent());
        stopLeftOver(settings.home());
        // What may remain is of a server that was killed; its process id may be somebody else's by now.
        Files.deleteIfExists(settings.data().resolve("postmaster.pid"));
        if (!Files.isDirectory(settings.data())) {
            initialise(binaries, settings);
        }
        Process process = launch(binaries.command("postgres", serverArguments(settings)), appendTo(settings.log()));
        EmbeddedPostgres server = new EmbeddedPostgres(settings, process);
        server.awaitLogin();
        return server;
    }

    /** The server that runs on the data of this home, if one does, whoever started it. */
    public static Optional<ProcessHandle> running(Path home) {
        try {
            List<String> lines = Files.readAllLines(home.resolve("data/postmaster.pid"));
            return lines.size() < 3
                    ? Optional.empty()
                    : PidFile.living(
                            Long.parseLong(lines.get(0).trim()),
                            Instant.ofEpochSecond(Long.parseLong(lines.get(2).trim())));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Stops the server that runs on the data of this home, if one does. */
    public static void stopLeftOver(Path home) throws IOException {
        Optional<ProcessHandle> server = running(home);
        if (server.isPresent()) {
            PostgresBinaries binaries = PostgresBinaries.prepare(Cache.ofUser());
            Path data = home.resolve("data");
            run(binaries.command("pg_ctl", "stop", "-D", data.toString(), "-m", "fast", "-W"), Redirect.DISCARD);
            server.filter(running -> !PidFile.ends(running, STOP)).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    public int port() {
        return settings.port();
    }

    public ProcessHandle process() {
        return process.toHandle();
    }

    /** JDBC address of a database, without user. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + settings.port() + "/" + database;
    }

    /** A superuser's connection, for set-up and for tests that tamper. */
    public Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), SUPERUSER, settings.superuserPassword());
    }

    /** Makes sure that the database and its users exist with these passwords, and that nobody else may enter. */
    public void createDatabase(Database database) throws SQLException {
        try (Connection connection = superuser("postgres")) {
            Provisioning.server(connection, database);
        }
        try (Connection connection = superuser(database.name())) {
            Provisioning.schema(connection, database);
        }
    }

    /** Ends open connections, writes a checkpoint and stops. */
    @Override
    public void close() throws IOException {
        stopLeftOver(settings.home());
        if (process.isAlive()) { // so young that its data folder does not name it yet
            PidFile.stop(process.toHandle(), STOP);
        }
    }

    private static void initialise(PostgresBinaries binaries, Settings settings) throws IOException {
        Path partial = settings.home().resolve("data.partial");
        Folders.delete(partial);
        Path password = Files.createTempFile(settings.home(), "password", ""); // mode 600
        try {
            Files.writeString(password, settings.superuserPassword());
            int code = run(
                    binaries.command(
                            "initdb",
                            "--pgdata=" + partial,
                            "--username=" + SUPERUSER,
                            "--pwfile=" + password,
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8",
                            "--locale=C",
                            "--no-instructions"),
                    appendTo(settings.log()));
            if (code != 0) {
                throw failure(settings.log(), "PostgreSQL could not initialise its data folder");
            }
        } finally {
            Files.delete(password);
        }
        Files.move(partial, settings.data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private static String[] serverArguments(Settings settings) {
        List<String> arguments = new ArrayList<>(List.of("-D", settings.data().toString()));
        parameter(arguments, "listen_addresses", "127.0.0.1");
        parameter(arguments, "port", Integer.toString(settings.port()));
        parameter(arguments, "unix_socket_directories", "");
        settings.parameters().forEach((name, value) -> parameter(arguments, name, value));
        return arguments.toArray(String[]::new);
    }

    private static void parameter(List<String> arguments, String name, String value) {
        arguments.add("-c");
        arguments.add(name + "=" + value);
    }

    private void awaitLogin() throws IOException {
        Instant deadline = Instant.now().plus(START);
        while (!acceptsLogin()) {
            if (!process.isAlive() || Instant.now().isAfter(deadline)) {
                process.destroy();
                throw failure(settings.log(), "PostgreSQL did not start");
            }
            PidFile.ends(process(), Duration.ofMillis(50));
        }
    }

    private boolean acceptsLogin() {
        try (Connection connection = superuser("postgres")) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }

    private static Redirect appendTo(Path log) {
        return Redirect.appendTo(log.toFile());
    }

    private static Process launch(List<String> command, Redirect output) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output)
                .start();
    }

    private static int run(List<String> command, Redirect output) throws IOException {
        try {
            return launch(command, output).waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while running " + command.get(0), e);
        }
    }

    private static IOException failure(Path log, String what) throws IOException {
        List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
        String last = lines.isEmpty() ? "no output" : lines.get(lines.size() - 1);
        return new IOException(what + " (" + last + "), see " + log);
    }
}
