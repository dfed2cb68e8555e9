package org.entente.suite.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.entente.suite.demo.Patience;
import org.entente.suite.demo.View;
import org.entente.suite.layout.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SuiteExtension.class)
class OutagesIT {

    private final PackagedSuite suite;

    OutagesIT(PackagedSuite suite) {
        this.suite = suite;
    }

    @Test
    void withoutADecisionNoByteOfContentLeaves() {
        try (Situation situation = Situation.agreed(suite)) {
            // given
            suite.freeze(Part.ACCESS);

            // when
            View view = whileFrozen(situation);

            // then
            assertThat(view.answer().status()).isEqualTo(503);
            assertThat(view.answer().text()).doesNotContain("bundle", "attack-pattern");
        }
    }

    @Test
    void whileTheDecidingServiceIsDeadNoByteOfContentLeaves() {
        try (Situation situation = Situation.agreed(suite)) {
            // given
            suite.kill(Part.ACCESS);

            // when
            View view = situation.view();

            // then
            assertThat(view.answer().status()).isEqualTo(503);
            assertThat(view.answer().text()).doesNotContain("bundle", "attack-pattern");
            suite.awaitReady(Part.ACCESS);
            assertThat(Patience.until(situation::view, View::isServed).isServed())
                    .isTrue();
        }
    }

    private View whileFrozen(Situation situation) {
        try {
            return situation.view();
        } finally {
            suite.thaw(Part.ACCESS);
        }
    }
}
