package org.entente.access.decision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WatchedTest {

    @ParameterizedTest
    @CsvSource({"192.0.2.10, 192.0.2.0/24", "2001:DB8:1:2::3, 2001:db8:1::/48", "2001:db8:a:b:c:d:e:f, 2001:db8:a::/48"
    })
    void anAddressLosesItsLastPart(String address, String network) {
        // when
        String told = Watched.network(address);

        // then
        assertThat(told).isEqualTo(network);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "::1", "localhost", "192.0.2", "x:y:z:1"})
    void whatHasNoSuchPartIsNotTold(String address) {
        // when
        String told = Watched.network(address);

        // then
        assertThat(told).isNull();
    }

    @Test
    void nothingIsToldOfNoAddress() {
        // when
        String told = Watched.network(null);

        // then
        assertThat(told).isNull();
    }
}
