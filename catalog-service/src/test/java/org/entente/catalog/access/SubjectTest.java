package org.entente.catalog.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.entente.label.Clearance;
import org.junit.jupiter.api.Test;

class SubjectTest {

    @Test
    void readsTheClearancesOfTheToken() {
        List<Clearance> clearances = Subject.clearances(List.of("ALLIANCE:SECRET:ORION:VEGA", "XBB:GEHEIM"));

        assertThat(clearances)
                .containsExactly(
                        new Clearance("ALLIANCE", "SECRET", List.of("ORION", "VEGA")),
                        new Clearance("XBB", "GEHEIM", List.of()));
    }

    @Test
    void leavesOutWhatIsNoClearance() {
        List<Clearance> clearances =
                Subject.clearances(List.of("", "SECRET", "ALLIANCE:", ":SECRET", "ALLIANCE:SECRET"));

        assertThat(clearances).containsExactly(new Clearance("ALLIANCE", "SECRET", List.of()));
    }
}
