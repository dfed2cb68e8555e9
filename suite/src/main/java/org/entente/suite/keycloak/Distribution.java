package org.entente.suite.keycloak;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.entente.embedded.Cache;
import org.entente.embedded.Digests;
import org.entente.embedded.Folders;
import org.entente.suite.layout.Installation;

/** Keycloak unpacked and optimised for our options, once per version and options on this machine. */
public record Distribution(Installation installation) {

    /** Consoles and protocols that nobody here uses: less memory, a faster start, less to attack. */
    private static final List<String> FEATURES_DISABLED = List.of(
            "account",
            "account-api",
            "admin",
            "admin-fine-grained-authz",
            "authorization",
            "ciba",
            "client-admin-api",
            "device-flow",
            "identity-brokering-api",
            "impersonation",
            "kerberos",
            "openapi",
            "organization",
            "workflows");

    private static final List<String> BUILD = List.of(
            "build",
            "--db=postgres",
            "--http-relative-path=/auth",
            "--health-enabled=true",
            // Health on the main port: one port fewer, and the gateway does not route to it.
            "--http-management-health-enabled=false",
            "--features-disabled=" + String.join(",", FEATURES_DISABLED));

    /** Whether {@link #prepare()} has nothing left to do. */
    public boolean isPrepared() throws IOException {
        return Cache.ofUser().has(name());
    }

    /** The folder of the prepared distribution; the first call on a machine takes a minute. */
    public Path prepare() throws IOException {
        Path archive = installation.keycloakArchive();
        return Cache.ofUser().entry(name(), folder -> {
            unpack(archive, folder);
            optimise(folder);
        });
    }

    private String name() throws IOException {
        byte[] options = String.join("\n", BUILD).getBytes(StandardCharsets.UTF_8);
        return "keycloak-" + installation.keycloakVersion() + "-" + Digests.shortSha256(options);
    }

    /** The command line that runs Keycloak's own entry point, without its shell script: its process id is Keycloak's. */
    static List<String> command(Path distribution, List<String> jvm, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm);
        command.addAll(List.of(
                "-Dkc.home.dir=" + distribution,
                "-Djboss.server.config.dir=" + distribution.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dpicocli.disable.closures=true",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                distribution.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        command.addAll(arguments);
        return command;
    }

    /** The archive's own top folder is left out. */
    private static void unpack(Path archive, Path folder) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                String name = entry.getName().substring(entry.getName().indexOf('/') + 1);
                Path target = folder.resolve(name).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException("the archive of Keycloak reaches out of its folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(zip.getInputStream(entry), target);
                }
            }
        }
    }

    private static void optimise(Path folder) throws IOException {
        File log = folder.resolve("build.log").toFile();
        Process build = new ProcessBuilder(command(folder, List.of("-Xmx768m"), BUILD))
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        try {
            if (build.waitFor() != 0) {
                throw new IOException("Keycloak could not be prepared: "
                        + Files.readString(log.toPath()).trim());
            }
        } catch (InterruptedException e) {
            build.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while preparing Keycloak", e);
        }
        Folders.delete(folder.resolve("data"));
    }
}
