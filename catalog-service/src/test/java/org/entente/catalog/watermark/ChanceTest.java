package org.entente.catalog.watermark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChanceTest {
    @Test
    void ofTwoFormsIsThatOfCoins() {
        double[] chances = Chance.ofForms(3, 2);

        assertThat(chances).containsExactly(new double[] {1, 7.0 / 8, 4.0 / 8, 1.0 / 8}, within(1e-12));
    }

    @Test
    void ofFourFormsIsSmaller() {
        double[] chances = Chance.ofForms(2, 4);

        assertThat(chances).containsExactly(new double[] {1, 7.0 / 16, 1.0 / 16}, within(1e-12));
    }

    @Test
    void ofAnOrderCountsItsPermutations() {
        double[] chances = Chance.ofOrders(List.of(3));

        assertThat(chances).containsExactly(new double[] {1, 5.0 / 6, 3.0 / 6, 1.0 / 6}, within(1e-12));
    }

    @Test
    void ofSeveralOrdersIsThatOfAllTogether() {
        double[] chances = Chance.ofOrders(List.of(2, 2));

        assertThat(chances).containsExactly(new double[] {1, 3.0 / 4, 1.0 / 4}, within(1e-12));
    }

    @Test
    void isNeverTakenForNothing() {
        double[] chances = Chance.ofForms(5_000, 4);

        assertThat(chances[5_000]).isPositive();
    }
}
