package org.entente.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.entente.benchmarks.loop.HandLoop;
import org.entente.benchmarks.workload.Engine;
import org.entente.benchmarks.workload.Size;
import org.entente.benchmarks.workload.Workload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** All engines answer alike, and whoever does not is found. */
class AgreedTest {

    static Stream<Arguments> contendersAndSizes() {
        return Stream.of("1/1", "100/40", "400/10")
                .flatMap(size -> Stream.of(Contender.values()).map(contender -> Arguments.of(contender, size)));
    }

    @ParameterizedTest
    @MethodSource("contendersAndSizes")
    void everyEngineAgreesWithTheLoop(Contender contender, String size) {
        Workload workload = Workload.of(Size.parse(size), 500);

        long permits = Agreed.permits(workload, contender.engine(workload));

        assertThat(permits).as("permitted of 500").isBetween(150L, 350L);
    }

    @Test
    void oneWrongAnswerIsFound() {
        Workload workload = Workload.of(Size.parse("100/40"), 500);
        HandLoop loop = new HandLoop(workload);
        Engine<Boolean> wrongOnce = new Engine<>() {
            @Override
            public Boolean decide(int request) {
                return loop.decide(request) != (request == 77);
            }

            @Override
            public boolean permits(Boolean decision) {
                return decision;
            }
        };

        assertThatThrownBy(() -> Agreed.permits(workload, wrongOnce))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(workload.requests().get(77).toString());
    }
}
