package org.entente.access.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {

    @ParameterizedTest(name = "{1} in {0}: {2}")
    @CsvSource({
        "192.0.2.0/24, 192.0.2.10, true",
        "192.0.2.0/24, 192.0.3.10, false",
        "192.0.2.0/25, 192.0.2.127, true",
        "192.0.2.0/25, 192.0.2.128, false",
        "0.0.0.0/0, 203.0.113.1, true",
        "192.0.2.7/32, 192.0.2.7, true",
        "192.0.2.7/32, 192.0.2.6, false",
        "2001:db8::/32, 2001:db8:1::5, true",
        "2001:db8::/32, 2001:db9::5, false",
        "192.0.2.0/24, 2001:db8::1, false",
        "0.0.0.0/0, ::1, false",
        "192.0.2.0/24, ::ffff:192.0.2.10, true",
        "192.0.2.0/24, example.org, false",
        "192.0.2.0/24, 192.0.2, false",
        "192.0.2.0/24, '', false"
    })
    void holdsItsAddressesOnly(String range, String address, boolean isIn) {
        // given
        Network network = Network.of(range);

        // when
        boolean contains = network.contains(address);

        // then
        assertThat(contains).isEqualTo(isIn);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "192.0.2.1/24",
                "192.0.2.0",
                "192.0.2.0/33",
                "192.0.2/24",
                "256.0.0.0/8",
                "a/8",
                "",
                "::/129",
                "192.0.2.0/024"
            })
    void isARangeOrRefused(String text) {
        assertThatThrownBy(() -> Network.of(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
