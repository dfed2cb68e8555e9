package org.entente.suite.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {

    @Test
    void theGatewayHasTheBaseAndEveryoneElseAPortOfTheirOwnAfterIt() {
        Ports ports = new Ports(9000);

        assertThat(ports.of(Part.GATEWAY)).isEqualTo(9000);
        assertThat(ports.all().keySet()).hasSize(Part.values().length + 1).allMatch(port -> port >= 9000);
        assertThat(ports.all()).containsEntry(ports.kafkaController(), "kafka's controller");
    }

    @Test
    void theIssuerFollowsThePort() {
        assertThat(new Ports(9000).issuer()).isEqualTo("https://localhost:9000/auth/realms/entente");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1023, 65528, 70000})
    void portsThatDoNotExistOrNeedRootAreRefused(int base) {
        assertThatThrownBy(() -> new Ports(base))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("--port must be between 1024 and");
    }
}
