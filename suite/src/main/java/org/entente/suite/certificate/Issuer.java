package org.entente.suite.certificate;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Issues the two kinds of certificate there are (RFC 5280), with keys on P-256. */
final class Issuer {

    private static final Duration AUTHORITY_LIFE = Duration.ofDays(3650);

    /** No longer than browsers accept. */
    private static final Duration SERVER_LIFE = Duration.ofDays(397);

    private static final GeneralName LOCALHOST = new GeneralName(GeneralName.dNSName, "localhost");
    private static final SecureRandom RANDOM = new SecureRandom();

    private Issuer() {}

    /** An authority that can vouch for this machine's loopback names only, so whoever steals its key gains nothing. */
    static Issued authority(Instant now) throws IOException {
        X500Principal name = new X500Principal("CN=Entente development authority (this machine only)");
        KeyPair pair = newKeyPair();
        X509v3CertificateBuilder builder = builder(name, name, pair, now, AUTHORITY_LIFE)
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
                .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
                .addExtension(Extension.nameConstraints, true, loopbackOnly());
        return sign(builder, pair, pair.getPrivate());
    }

    /** A certificate for the loopback names. */
    static Issued server(Issued authority, Instant now) throws IOException {
        KeyPair pair = newKeyPair();
        GeneralNames names = new GeneralNames(new GeneralName[] {
            LOCALHOST,
            new GeneralName(GeneralName.iPAddress, "127.0.0.1"),
            new GeneralName(GeneralName.iPAddress, "::1")
        });
        X500Principal issuer = authority.certificate().getSubjectX500Principal();
        X509v3CertificateBuilder builder = builder(issuer, new X500Principal("CN=localhost"), pair, now, SERVER_LIFE)
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                .addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
                .addExtension(Extension.subjectAlternativeName, false, names)
                .addExtension(Extension.authorityKeyIdentifier, false, authorityKeyIdentifier(authority));
        return sign(builder, pair, authority.key());
    }

    private static X509v3CertificateBuilder builder(
            X500Principal issuer, X500Principal subject, KeyPair pair, Instant now, Duration life) throws IOException {
        return new JcaX509v3CertificateBuilder(
                        issuer,
                        new BigInteger(127, RANDOM),
                        Date.from(now.minus(Duration.ofMinutes(5))),
                        Date.from(now.plus(life)),
                        subject,
                        pair.getPublic())
                .addExtension(
                        Extension.subjectKeyIdentifier,
                        false,
                        extensions().createSubjectKeyIdentifier(pair.getPublic()));
    }

    private static NameConstraints loopbackOnly() {
        return new NameConstraints(
                new GeneralSubtree[] {
                    new GeneralSubtree(LOCALHOST),
                    new GeneralSubtree(new GeneralName(GeneralName.iPAddress, "127.0.0.0/8")),
                    new GeneralSubtree(new GeneralName(GeneralName.iPAddress, "::1/128"))
                },
                null);
    }

    private static AuthorityKeyIdentifier authorityKeyIdentifier(Issued authority) throws IOException {
        return extensions().createAuthorityKeyIdentifier(authority.certificate().getPublicKey());
    }

    private static JcaX509ExtensionUtils extensions() throws IOException {
        try {
            return new JcaX509ExtensionUtils();
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private static Issued sign(X509v3CertificateBuilder builder, KeyPair pair, PrivateKey issuerKey)
            throws IOException {
        try {
            X509Certificate certificate = new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(issuerKey)));
            return new Issued(certificate, pair.getPrivate());
        } catch (OperatorCreationException | GeneralSecurityException e) {
            throw new IOException("a certificate could not be issued: " + e.getMessage(), e);
        }
    }

    private static KeyPair newKeyPair() throws IOException {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IOException("a key pair could not be made: " + e.getMessage(), e);
        }
    }
}
