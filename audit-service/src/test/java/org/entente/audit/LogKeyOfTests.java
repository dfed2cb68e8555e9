package org.entente.audit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.entente.embedded.FreePorts;
import org.entente.tlog.Cosigner;
import org.entente.tlog.SigningKey;
import org.entente.tlog.VerifierKey;

/**
 * Keys for this test run. The service is a witness of an ally's log and of its own; and its log asks two witnesses: itself, and one that takes
 * connections and never answers.
 */
public final class LogKeyOfTests implements QuarkusTestResourceLifecycleManager {

    /** The log's name. */
    public static final String ORIGIN = "localhost:8443/audit/log";

    /** The ally's log: under a key that is the same for the service and for its tests, which different class loaders load. */
    public static final SigningKey ALLY = SigningKey.parse("xbb.example/audit/log", alwaysTheSame());

    private ServerSocket silent;

    @Override
    public Map<String, String> start() {
        try {
            String key = SigningKey.generate();
            String witnessKey = SigningKey.generate();
            Cosigner witness = Cosigner.parse("localhost/audit/witness", witnessKey);
            VerifierKey nobody = VerifierKey.ofWitness(
                    "silent.example",
                    SigningKey.parse("o", SigningKey.generate()).verifierKey().raw());
            silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            int port = FreePorts.any();
            String logs = "log " + SigningKey.parse(ORIGIN, key).verifierKey() + "\nlog " + ALLY.verifierKey()
                    + "\nquorum none\n";
            String policy = "witness ourselves " + witness.verifierKey() + " http://localhost:" + port
                    + "/audit/witness\nwitness silent " + nobody + " http://localhost:" + silent.getLocalPort()
                    + "\ngroup enough any ourselves silent\nquorum enough\n";
            return Map.ofEntries(
                    Map.entry("quarkus.http.test-port", Integer.toString(port)),
                    Map.entry("%test.quarkus.http.test-port", Integer.toString(port)),
                    Map.entry("entente.log.key-file", file("log-key", key)),
                    Map.entry("entente.log.origin", ORIGIN),
                    // A log of its own for each run, hence also a memory of its own.
                    Map.entry("entente.log.anchor.topic", "entente.audit.checkpoints-" + UUID.randomUUID()),
                    Map.entry("entente.log.witnesses.policy-file", file("policy", policy)),
                    Map.entry("entente.log.witnesses.every", "PT0.2S"),
                    Map.entry("entente.log.witnesses.patience", "PT5S"),
                    Map.entry("entente.witness.name", witness.verifierKey().name()),
                    Map.entry("entente.witness.key-file", file("witness-key", witnessKey)),
                    Map.entry("entente.witness.logs-file", file("logs", logs)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** PKCS#8 of RFC 8410 around 32 bytes that are no secret. */
    private static String alwaysTheSame() {
        byte[] encoded = Arrays.copyOf(HexFormat.of().parseHex("302e020100300506032b657004220420"), 48);
        Arrays.fill(encoded, 16, 48, (byte) 7);
        return "-----BEGIN PRIVATE KEY-----\n" + Base64.getEncoder().encodeToString(encoded)
                + "\n-----END PRIVATE KEY-----\n";
    }

    private static String file(String name, String content) throws IOException {
        Path file = Files.createTempFile(Path.of("target"), name, "");
        file.toFile().deleteOnExit();
        return Files.writeString(file, content).toAbsolutePath().toString();
    }

    @Override
    public void stop() {
        try {
            silent.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
