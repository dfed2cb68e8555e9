package org.entente.suite.certificate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.entente.embedded.Folders;

/** The certification authority of one suite and the gateway's certificate, in files; made at the first start. */
public record DevelopmentCertificates(Path folder) {

    private static final Duration RENEW_BEFORE = Duration.ofDays(30);

    /** The authority's certificate, for clients to trust (PEM). */
    public Path authorityFile() {
        return folder.resolve("ca.pem");
    }

    /** The gateway's certificate (PEM). */
    public Path serverFile() {
        return folder.resolve("localhost.pem");
    }

    /** The gateway's private key (PEM, mode 600). */
    public Path serverKeyFile() {
        return folder.resolve("localhost-key.pem");
    }

    /** Makes what is missing, and renews the gateway's certificate a month before it ends. */
    public void ensure() throws IOException {
        Folders.createPrivate(folder);
        Path authorityKey = folder.resolve("ca-key.pem");
        if (!Files.exists(authorityFile()) || !Files.exists(authorityKey)) {
            Files.deleteIfExists(serverFile());
            Issued authority = Issuer.authority(Instant.now());
            Pem.write(authorityKey, authority.key());
            Pem.write(authorityFile(), authority.certificate());
        }
        if (!isFresh()) {
            Issued authority = new Issued(Pem.readCertificate(authorityFile()), Pem.readKey(authorityKey));
            Issued server = Issuer.server(authority, Instant.now());
            Pem.write(serverKeyFile(), server.key());
            Pem.write(serverFile(), server.certificate());
        }
    }

    /** A TLS context that trusts this authority and no other. */
    public SSLContext trustingContext() throws IOException {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setCertificateEntry("authority", Pem.readCertificate(authorityFile()));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("the development authority cannot be used: " + e.getMessage(), e);
        }
    }

    private boolean isFresh() throws IOException {
        if (!Files.exists(serverFile()) || !Files.exists(serverKeyFile())) {
            return false;
        }
        X509Certificate certificate = Pem.readCertificate(serverFile());
        return certificate.getNotAfter().after(Date.from(Instant.now().plus(RENEW_BEFORE)));
    }
}
