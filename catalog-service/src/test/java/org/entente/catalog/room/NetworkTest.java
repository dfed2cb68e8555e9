package org.entente.catalog.room;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.0/24,192.0.2.255,true",
        "192.0.2.0/24,192.0.3.0,false",
        "192.0.2.128/25,192.0.2.127,false",
        "0.0.0.0/0,203.0.113.9,true",
        "192.0.2.7/32,192.0.2.7,true",
        "2001:db8::/32,2001:db8:1::1,true",
        "2001:db8::/32,2001:db9::1,false",
        "0.0.0.0/0,2001:db8::1,false",
        "192.0.2.0/24,::ffff:192.0.2.1,true",
        "192.0.2.0/24,localhost,false"
    })
    void holdsWhatBeginsAlike(String network, String address, boolean isWithin) {
        boolean found = Network.parse(network).orElseThrow().contains(address);

        assertThat(found).isEqualTo(isWithin);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "192.0.2.0",
                "192.0.2.1/24",
                "192.0.2.0/33",
                "192.0.2/24",
                "host/24",
                "2001:db8::/129",
                "::1/-1",
                "/8"
            })
    void isNothingElse(String text) {
        assertThat(Network.parse(text)).isEmpty();
    }
}
