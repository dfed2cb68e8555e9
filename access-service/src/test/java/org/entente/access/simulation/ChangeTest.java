package org.entente.access.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.entente.access.decision.Case.Outcome;
import org.junit.jupiter.api.Test;

class ChangeTest {
    private static final Outcome DENIED =
            new Outcome(false, false, List.of(), null, Map.of("no-grant", 2), new TreeSet<>());
    private static final Outcome PERMITTED = new Outcome(
            true, true, List.of("p1"), "t1", Map.of("tier-too-low", 1), new TreeSet<>(List.of("watermark")));

    @Test
    void isNoneBetweenEquals() {
        // when
        Optional<Change> change = Change.between(PERMITTED, PERMITTED);

        // then
        assertThat(change).isEmpty();
    }

    @Test
    void namesAllThatIsGained() {
        // when
        Change change = Change.between(DENIED, PERMITTED).orElseThrow();

        // then
        assertThat(change.decision()).isEqualTo(new Change.Turn(false, true));
        assertThat(change.discoverable()).isEqualTo(new Change.Turn(false, true));
        assertThat(change.portionsGained()).containsExactly("p1");
        assertThat(change.tearlineGained()).isEqualTo("t1");
        assertThat(change.codesGone()).containsExactly(Map.entry("no-grant", 2));
        assertThat(change.codesNew()).containsExactly(Map.entry("tier-too-low", 1));
        assertThat(change.obligationsNew()).containsExactly("watermark");
        assertThat(change.gains()).isTrue();
        assertThat(change.loses()).isFalse();
    }

    @Test
    void isTheOtherWayRoundInTheOtherDirection() {
        // when
        Change change = Change.between(PERMITTED, DENIED).orElseThrow();

        // then
        assertThat(change.decision()).isEqualTo(new Change.Turn(true, false));
        assertThat(change.portionsLost()).containsExactly("p1");
        assertThat(change.tearlineLost()).isEqualTo("t1");
        assertThat(change.tearlineGained()).isNull();
        assertThat(change.codesNew()).containsExactly(Map.entry("no-grant", 2));
        assertThat(change.obligationsGone()).containsExactly("watermark");
        assertThat(change.loses()).isTrue();
    }

    @Test
    void countsPortionsPerCode() {
        // given
        Outcome less = new Outcome(false, false, List.of(), null, Map.of("no-grant", 1), new TreeSet<>());

        // when
        Change change = Change.between(DENIED, less).orElseThrow();

        // then
        assertThat(change.codesGone()).containsExactly(Map.entry("no-grant", 1));
        assertThat(change.codesNew()).isEmpty();
        assertThat(change.gains()).isFalse();
    }

    @Test
    void isTallied() {
        // given
        Change gain = Change.between(DENIED, PERMITTED).orElseThrow();
        Change loss = Change.between(PERMITTED, DENIED).orElseThrow();

        // when
        Map<String, Integer> shown = Map.of("shared-analysis", 2);
        Tally tally = Tally.NONE
                .plus(gain, "XBB", shown)
                .plus(loss, "XBB", Map.of())
                .plus(gain, "XBB", shown)
                .plus(gain, null, shown)
                .passingOver();

        // then
        assertThat(tally)
                .isEqualTo(
                        new Tally(4, 3, 1, 3, 1, Map.of("XBB", 3L), Map.of("XBB", Map.of("shared-analysis", 4L)), 1));
    }
}
