package org.entente.audit.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlacesTest {

    private static final double QUARTER_OF_THE_EQUATOR = 10_007;

    @Test
    void distancesAreAlongTheSurfaceAndBetweenBorders() {
        // given
        Places places = new Places(Map.of(
                "XBB",
                new Places.Country(0, 0, 100),
                "XCC",
                new Places.Country(0, 90, 200),
                "XDD",
                new Places.Country(0, 1, 50)));

        // when
        double far = places.distance("XBB", "XCC").orElseThrow();

        // then
        assertThat(far).isCloseTo(QUARTER_OF_THE_EQUATOR - 300, within(2.0));
        assertThat(places.distance("XCC", "XBB")).hasValue(far);
        assertThat(places.distance("XBB", "XDD")).hasValue(0);
        assertThat(places.distance("XBB", "XZZ")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1,2", "1,2,3,4", "91,0,1", "0,181,1", "0,0,-1", "a,b,c", "NaN,0,1"})
    void whatIsNoPlaceIsRefused(String text) {
        // when
        var parsing = assertThatThrownBy(() -> Places.Country.parse(text));

        // then
        parsing.isInstanceOf(IllegalArgumentException.class);
    }
}
