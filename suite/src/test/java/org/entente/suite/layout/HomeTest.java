package org.entente.suite.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {

    @TempDir
    Path folder;

    private Home home;

    @BeforeEach
    void open() throws Exception {
        home = Home.open(folder.resolve("home"));
    }

    @Test
    void onlyItsOwnerMayLookInside() throws Exception {
        home.secrets().text("one");

        assertThat(permissions(home.folder())).isEqualTo("rwx------");
        assertThat(permissions(home.secrets().folder())).isEqualTo("rwx------");
        assertThat(permissions(home.secrets().folder().resolve("one"))).isEqualTo("rw-------");
    }

    @Test
    void aSecretStaysTheSameAndDiffersFromEveryOther() throws Exception {
        String one = home.secrets().text("one");

        assertThat(home.secrets().text("one")).isEqualTo(one).hasSize(43);
        assertThat(home.secrets().text("two")).isNotEqualTo(one);
    }

    @Test
    void keysComeInTheFormsThatTheServicesRead() throws Exception {
        Path key = home.secrets().keyFile("key");
        Path signingKey = home.secrets().signingKeyFile("signing.pem");

        assertThat(Base64.getDecoder().decode(Files.readString(key))).hasSize(32);
        assertThat(readPem(signingKey).getAlgorithm()).isIn("Ed25519", "EdDSA");
    }

    @Test
    void aResetKeepsTheAuthorityThatBrowsersMayTrust() throws Exception {
        home.secrets().text("one");
        Files.createDirectories(home.data(Part.KAFKA));
        Files.createDirectories(home.certificates());

        home.reset();

        assertThat(home.folder()).isDirectoryNotContaining("glob:**/{data,secrets,logs,run}");
        assertThat(home.certificates()).exists();
    }

    private static String permissions(Path file) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static PrivateKey readPem(Path file) throws Exception {
        String body = Files.readString(file).replaceAll("-----[A-Z ]+-----", "");
        return KeyFactory.getInstance("Ed25519")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(body)));
    }
}
