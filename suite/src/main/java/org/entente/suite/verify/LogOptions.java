package org.entente.suite.verify;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.entente.tlog.LogReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which log is looked at, and how it is reached. */
final class LogOptions {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Parameters(
            paramLabel = "LOG",
            description = "the log's address, as https://localhost:8443/audit/log, or a folder with its files")
    private String log = "";

    @Option(
            names = "--ca",
            paramLabel = "FILE",
            description = "certificates to trust beyond the platform's, PEM, as of ./entente ca")
    private @Nullable Path authority;

    LogReader reader() throws IOException {
        if (!log.startsWith("https://") && !log.startsWith("http://")) {
            return LogReader.folder(Path.of(log));
        }
        HttpClient.Builder client = HttpClient.newBuilder().connectTimeout(PATIENCE);
        if (authority != null) {
            client.sslContext(trusting(authority));
        }
        return LogReader.http(URI.create(log.replaceAll("/+$", "")), client.build());
    }

    private static SSLContext trusting(Path file) throws IOException {
        try (InputStream pem = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                store.setCertificateEntry(Integer.toString(store.size()), certificate);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException(file + " holds no certificates", e);
        }
    }
}
