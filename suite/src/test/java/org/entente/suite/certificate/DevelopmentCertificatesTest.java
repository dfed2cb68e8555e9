package org.entente.suite.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevelopmentCertificatesTest {

    @TempDir
    Path folder;

    private DevelopmentCertificates certificates;

    @BeforeEach
    void ensure() throws Exception {
        certificates = new DevelopmentCertificates(folder);
        certificates.ensure();
    }

    @Test
    void theGatewaysCertificateIsForTheLoopbackNamesAndVouchedForByTheAuthority() throws Exception {
        X509Certificate server = Pem.readCertificate(certificates.serverFile());

        assertThat(server.getSubjectAlternativeNames())
                .extracting(name -> (Object) name.get(1))
                .containsExactlyInAnyOrder("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1");
        assertThatCode(() -> validate(server)).doesNotThrowAnyException();
    }

    @Test
    void theAuthorityCannotVouchForAnyOtherName() throws Exception {
        X509Certificate authority = Pem.readCertificate(certificates.authorityFile());

        assertThat(authority.getCriticalExtensionOIDs()).contains("2.5.29.30");
    }

    @Test
    void keysAreForTheOwnerOnly() throws Exception {
        for (String key : List.of("ca-key.pem", "localhost-key.pem")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(key))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void whatIsThereAndFreshIsKept() throws Exception {
        byte[] authority = Files.readAllBytes(certificates.authorityFile());
        byte[] server = Files.readAllBytes(certificates.serverFile());

        certificates.ensure();

        assertThat(certificates.authorityFile()).hasBinaryContent(authority);
        assertThat(certificates.serverFile()).hasBinaryContent(server);
    }

    @Test
    void aCertificateAboutToEndIsRenewedByTheSameAuthority() throws Exception {
        byte[] before = Files.readAllBytes(certificates.authorityFile());
        Issued authority = new Issued(
                Pem.readCertificate(certificates.authorityFile()), Pem.readKey(folder.resolve("ca-key.pem")));
        Issued old = Issuer.server(authority, Instant.now().minus(Duration.ofDays(380)));
        Pem.write(certificates.serverFile(), old.certificate());

        certificates.ensure();

        X509Certificate renewed = Pem.readCertificate(certificates.serverFile());
        assertThat(renewed).isNotEqualTo(old.certificate());
        assertThat(certificates.authorityFile()).hasBinaryContent(before);
        assertThatCode(() -> validate(renewed)).doesNotThrowAnyException();
    }

    private void validate(X509Certificate server) throws Exception {
        TrustAnchor anchor = new TrustAnchor(Pem.readCertificate(certificates.authorityFile()), null);
        PKIXParameters parameters = new PKIXParameters(Set.of(anchor));
        parameters.setRevocationEnabled(false);
        CertPathValidator.getInstance("PKIX")
                .validate(CertificateFactory.getInstance("X.509").generateCertPath(List.of(server)), parameters);
    }
}
