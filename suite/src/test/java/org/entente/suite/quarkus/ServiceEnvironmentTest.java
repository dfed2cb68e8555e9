package org.entente.suite.quarkus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.entente.suite.layout.Home;
import org.entente.suite.layout.Part;
import org.entente.suite.layout.Ports;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceEnvironmentTest {

    @TempDir
    Path folder;

    private ServiceEnvironment environment;

    @BeforeEach
    void open() throws Exception {
        environment = new ServiceEnvironment(Home.open(folder), new Ports(9000));
    }

    @Test
    void aServiceListensOnTheLoopbackInterfaceAndAsksItsOwnDatabaseAsItsRuntimeUser() throws Exception {
        Map<String, String> crisis = environment.of(Part.CRISIS);

        assertThat(crisis)
                .containsEntry("QUARKUS_HTTP_HOST", "127.0.0.1")
                .containsEntry("QUARKUS_HTTP_PORT", "9004")
                .containsEntry("QUARKUS_DATASOURCE_REACTIVE_URL", "postgresql://127.0.0.1:9006/crisis")
                .containsEntry("QUARKUS_DATASOURCE_USERNAME", "crisis_service");
    }

    @Test
    void itFetchesKeysDirectlyAndTrustsThePublicIssuer() throws Exception {
        assertThat(environment.of(Part.ACCESS))
                .containsEntry("QUARKUS_OIDC_AUTH_SERVER_URL", "http://127.0.0.1:9005/auth/realms/entente")
                .containsEntry("QUARKUS_OIDC_TOKEN_ISSUER", "https://localhost:9000/auth/realms/entente");
    }

    @Test
    void accessServiceKnowsThePublicHalfOfTheKeyOfOrdersAndNoMore() throws Exception {
        assertThat(environment.of(Part.CRISIS)).containsKey("ENTENTE_ACTIVATION_SIGNING_KEY_FILE");
        assertThat(environment.of(Part.ACCESS))
                .doesNotContainKey("ENTENTE_ACTIVATION_SIGNING_KEY_FILE")
                .extractingByKey("ENTENTE_ACTIVATION_KEYS")
                .asString()
                .startsWith("crisis-service+");
    }

    @Test
    void noServiceIsToldASecretOfAnother() throws Exception {
        assertThat(environment.of(Part.ACCESS))
                .doesNotContainKeys(
                        "ENTENTE_LOG_KEY_FILE", "ENTENTE_CATALOG_KEY_FILE", "ENTENTE_CATALOG_RELEASE_KEY_FILE");
        assertThat(environment.of(Part.AUDIT))
                .doesNotContainKeys(
                        "ENTENTE_CATALOG_KEY_FILE",
                        "ENTENTE_CATALOG_RELEASE_KEY_FILE",
                        "ENTENTE_AGREEMENT_SEAL_KEY_FILE");
        assertThat(environment.of(Part.ACCESS).get("QUARKUS_DATASOURCE_PASSWORD"))
                .isNotEqualTo(environment.of(Part.AUDIT).get("QUARKUS_DATASOURCE_PASSWORD"));
    }
}
