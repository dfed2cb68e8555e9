package org.entente.suite.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.entente.suite.demo.Patience;
import org.entente.suite.demo.View;
import org.entente.suite.e2e.AccessDatabase.Ending;
import org.entente.suite.layout.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Time that passes over a service which is killed and started anew: what ends is in the database, and nowhere else. */
@ExtendWith(SuiteExtension.class)
class RestartIT {

    private final PackagedSuite suite;

    RestartIT(PackagedSuite suite) {
        this.suite = suite;
    }

    @ParameterizedTest
    @EnumSource(names = {"GRANT", "AGREEMENT"})
    void whatEndedWhileTheServiceWasDeadHasEndedWhenItIsBack(Ending ending) throws Exception {
        try (Situation situation = Situation.agreed(suite);
                AccessDatabase database = new AccessDatabase(suite.database(Part.ACCESS))) {
            // given
            assertThat(situation.view().isServed()).isTrue();
            suite.kill(Part.ACCESS);
            database.letTimePass(ending, ending == Ending.GRANT ? situation.grant() : situation.agreement());

            // when
            suite.awaitReady(Part.ACCESS);

            // then
            assertThat(situation.view().isDenied()).isTrue();
        }
    }

    @Test
    void whatHasNotEndedOutlivesARestartAndEndsAtItsInstant() {
        Instant until = Instant.now().plusSeconds(90);
        try (Situation situation = Situation.agreed(suite, until)) {
            // given
            suite.kill(Part.ACCESS);
            suite.awaitReady(Part.ACCESS);
            View before = situation.view();

            // when
            Patience.pause(Duration.between(Instant.now(), until.plusSeconds(1)));

            // then
            assertThat(before.isServed()).isTrue();
            assertThat(situation.view().isDenied()).isTrue();
        }
    }
}
