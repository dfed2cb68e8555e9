package org.entente.access.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.entente.access.routing.Absences.StandIn;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AbsencesTest {

    @ParameterizedTest(name = "for {0} answers {1}")
    @CsvSource({"alma, cara", "bert, cara", "cara, cara", "dora, chief", "emil, chief", "fred, gina"})
    void somebodyAnswersForEverybody(String officer, String responsible) {
        // given
        Absences absences = new Absences(List.of(
                new StandIn("alma", "bert"),
                new StandIn("bert", "cara"),
                new StandIn("dora", "emil"),
                new StandIn("emil", "dora"),
                new StandIn("fred", "hans"),
                new StandIn("fred", "gina")));

        // when
        String found = absences.responsible(officer, "chief");

        // then
        assertThat(found).isEqualTo(responsible);
    }
}
