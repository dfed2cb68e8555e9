package org.entente.suite.certificate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** Certificates and private keys in files (RFC 7468), written whole or not at all, mode 600. */
final class Pem {

    private Pem() {}

    static void write(Path file, X509Certificate certificate) throws IOException {
        try {
            write(file, "CERTIFICATE", certificate.getEncoded());
        } catch (CertificateException e) {
            throw new IOException(e);
        }
    }

    static void write(Path file, PrivateKey key) throws IOException {
        write(file, "PRIVATE KEY", key.getEncoded());
    }

    static X509Certificate readCertificate(Path file) throws IOException {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(Files.readAllBytes(file)));
        } catch (CertificateException e) {
            throw new IOException(file + " is not a certificate", e);
        }
    }

    static PrivateKey readKey(Path file) throws IOException {
        String body = Files.readString(file).replaceAll("-----[A-Z ]+-----", "");
        try {
            byte[] encoded = Base64.getMimeDecoder().decode(body);
            return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IOException(file + " is not a private key", e);
        }
    }

    private static void write(Path file, String kind, byte[] content) throws IOException {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        Path whole = Files.createTempFile(file.getParent(), "pem", ".new"); // mode 600 from the beginning
        Files.writeString(whole, "-----BEGIN " + kind + "-----\n" + lines + "\n-----END " + kind + "-----\n");
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
