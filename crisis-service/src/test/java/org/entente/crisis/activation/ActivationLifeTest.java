package org.entente.crisis.activation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.entente.crisis.act.Actor;
import org.entente.crisis.act.Transition;
import org.entente.crisis.plan.PlanState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActivationLifeTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final Instant PAST = NOW.minusSeconds(1);
    private static final Instant FUTURE = NOW.plusSeconds(1);
    private static final Duration LONGEST = Duration.ofHours(1);

    @ParameterizedTest(name = "plan {0}, criterion met {1}, in force {2}, for {3} → {4}")
    @CsvSource(textBlock = """
            AGREED,    true,  false, PT1H,   ACTIVE
            AGREED,    false, false, PT1H,   AWAITING_SECOND_PERSON
            AGREED,    true,  false, PT1S,   ACTIVE
            AGREED,    true,  false, PT1H1S, BEYOND_PLAN
            AGREED,    false, false, PT1H1S, BEYOND_PLAN
            AGREED,    true,  true,  PT1H,   WRONG_STATE
            AGREED,    false, true,  PT1H,   WRONG_STATE
            PROPOSED,  true,  false, PT1H,   WRONG_STATE
            PROPOSED,  false, false, PT1H,   WRONG_STATE
            WITHDRAWN, true,  false, PT1H,   WRONG_STATE
            WITHDRAWN, false, false, PT1H,   WRONG_STATE
            """)
    void beginsByTheSituation(PlanState plan, boolean criterionMet, boolean active, Duration asked, String outcome) {
        Situation situation = new Situation(NOW, plan, LONGEST, criterionMet, active);

        Transition<ActivationState> transition = ActivationLife.request(situation, asked);

        assertThat(told(transition)).isEqualTo(outcome);
    }

    @ParameterizedTest(name = "{0}, plan {1}, in force {2}: {3} confirms → {4}")
    @CsvSource(textBlock = """
            waiting, AGREED,    false, second, ACTIVE
            waiting, AGREED,    false, first,  NOT_THIS_PERSON
            waiting, AGREED,    true,  second, WRONG_STATE
            waiting, PROPOSED,  false, second, WRONG_STATE
            waiting, WITHDRAWN, false, second, WRONG_STATE
            lapsed,  AGREED,    false, second, WRONG_STATE
            running, AGREED,    true,  second, WRONG_STATE
            running, AGREED,    true,  first,  NOT_THIS_PERSON
            expired, AGREED,    false, second, WRONG_STATE
            stopped, AGREED,    false, second, WRONG_STATE
            called-off, AGREED, false, second, WRONG_STATE
            """)
    void isConfirmedByAnotherPersonInTime(String life, PlanState plan, boolean active, String person, String outcome) {
        Situation situation = new Situation(NOW, plan, LONGEST, false, active);

        Transition<ActivationState> transition = life(life).confirm(actor(person), situation, LONGEST);

        assertThat(told(transition)).isEqualTo(outcome);
    }

    @Test
    void isNotConfirmedForLongerThanThePlanAllowsByThen() {
        Situation situation = new Situation(NOW, PlanState.AGREED, LONGEST, false, false);

        Transition<ActivationState> transition =
                life("waiting").confirm(actor("second"), situation, LONGEST.plusSeconds(1));

        assertThat(told(transition)).isEqualTo("BEYOND_PLAN");
    }

    @ParameterizedTest(name = "{0} is ended → {1}")
    @CsvSource(textBlock = """
            waiting,    ENDED
            running,    ENDED
            lapsed,     WRONG_STATE
            expired,    WRONG_STATE
            stopped,    WRONG_STATE
            called-off, WRONG_STATE
            """)
    void isEndedOnce(String life, String outcome) {
        Transition<ActivationState> transition = life(life).end(NOW);

        assertThat(told(transition)).isEqualTo(outcome);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(textBlock = """
            waiting,    AWAITING_SECOND_PERSON
            running,    ACTIVE
            lapsed,     ENDED
            expired,    ENDED
            stopped,    ENDED
            called-off, ENDED
            """)
    void tellsItsStateByTheTime(String life, ActivationState state) {
        assertThat(life(life).at(NOW)).isEqualTo(state);
    }

    @Test
    void endsAtItsLastInstantAndNotBefore() {
        ActivationLife life = new ActivationLife("first", PAST, NOW, null);

        assertThat(life.at(NOW.minusNanos(1))).isEqualTo(ActivationState.ACTIVE);
        assertThat(life.at(NOW)).isEqualTo(ActivationState.ENDED);
    }

    private static ActivationLife life(String name) {
        return switch (name) {
            case "waiting" -> life(FUTURE, null, null);
            case "lapsed" -> life(NOW, null, null);
            case "called-off" -> life(FUTURE, null, PAST);
            case "running" -> life(PAST, FUTURE, null);
            case "expired" -> life(PAST, NOW, null);
            case "stopped" -> life(PAST, FUTURE, PAST);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static ActivationLife life(Instant confirmBy, @Nullable Instant until, @Nullable Instant endedAt) {
        return new ActivationLife("first", confirmBy, until, endedAt);
    }

    private static Actor actor(String subject) {
        return new Actor(subject, subject + "@XAA", "XAA", true);
    }

    private static String told(Transition<ActivationState> transition) {
        return transition instanceof Transition.Refused<ActivationState> refused
                ? refused.why().name()
                : transition.orProblem().name();
    }
}
