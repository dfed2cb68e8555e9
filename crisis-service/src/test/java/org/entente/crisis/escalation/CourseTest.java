package org.entente.crisis.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.entente.crisis.Documents;
import org.entente.crisis.escalation.Escalation.Phase;
import org.junit.jupiter.api.Test;

class CourseTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Instant NIGHT = Instant.parse("2026-11-23T23:30:00Z");
    private static final QuietHours QUIET = new QuietHours("Z", LocalTime.of(22, 0), LocalTime.of(6, 0));

    @Test
    void callsThoseOnCallFirst() {
        Course course = Course.opened(ladder(QUIET), matter(Urgency.ROUTINE), "xaa", NOON);

        assertThat(called(course)).containsExactly("first");
        assertThat(course.next().due()).isEqualTo(NOON.plusSeconds(300));
    }

    @Test
    void callsTheirDeputiesAfterHalfOfTheTime() {
        Escalation open = Course.opened(ladder(QUIET), matter(Urgency.ROUTINE), "xaa", NOON)
                .next();

        Course course = Course.ticked(open, NOON.plusSeconds(300));

        assertThat(called(course)).containsExactly("first", "deputy");
        assertThat(course.next().due()).isEqualTo(NOON.plusSeconds(600));
        assertThat(course.move()).isEqualTo(Move.REMIND);
    }

    @Test
    void callsTheNextLevelAfterAllOfIt() {
        Escalation open = ticked(Course.opened(ladder(QUIET), matter(Urgency.ROUTINE), "xaa", NOON), NOON);

        Course course = Course.ticked(open, NOON.plusSeconds(600));

        assertThat(called(course)).containsExactly("chief");
        assertThat(course.move()).isEqualTo(Move.ASCEND);
        assertThat(course.next().call().level()).isEqualTo(1);
    }

    @Test
    void givesEverybodyTheirWholeTimeHoweverLateTheClockComesRound() {
        Escalation open = ticked(Course.opened(ladder(QUIET), matter(Urgency.ROUTINE), "xaa", NOON), NOON);
        Instant muchLater = Instant.parse("2026-11-25T12:00:00Z");

        Course course = Course.ticked(open, muchLater);

        assertThat(course.next().call().level()).isEqualTo(1);
        assertThat(course.next().due()).isEqualTo(muchLater.plusSeconds(600));
    }

    @Test
    void callsTheTopLevelSeveralTimesAndThenKnowsNobodyAnswers() {
        Escalation top = new Escalation(
                ladder(null),
                matter(Urgency.ROUTINE),
                "xaa",
                NOON,
                State.OPEN,
                new Escalation.Call(1, Phase.DEPUTIES, 0),
                NOON,
                null,
                null,
                List.of());

        Course again = Course.ticked(top, NOON);
        Course never = Course.ticked(again.next(), NOON.plusSeconds(600));

        assertThat(again.move()).isEqualTo(Move.REMIND);
        assertThat(called(again)).containsExactly("chief");
        assertThat(never.move()).isEqualTo(Move.GIVE_UP);
        assertThat(never.next().due()).isNull();
    }

    @Test
    void letsTheLowerLevelsSleepWhenItCanWait() {
        Course course = Course.opened(ladder(QUIET), matter(Urgency.ROUTINE), "xaa", NIGHT);

        assertThat(course.called()).isEmpty();
        assertThat(course.next().due()).isEqualTo(Instant.parse("2026-11-24T06:00:00Z"));
    }

    @Test
    void callsThemInTheMorning() {
        Escalation waiting = Course.opened(ladder(QUIET), matter(Urgency.ROUTINE), "xaa", NIGHT)
                .next();

        Course course = Course.ticked(waiting, Instant.parse("2026-11-24T06:00:00Z"));

        assertThat(called(course)).containsExactly("first");
    }

    @Test
    void goesPastThoseWhoSleepWhenItCannotWait() {
        Course course = Course.opened(ladder(QUIET), matter(Urgency.URGENT), "xaa", NIGHT);

        assertThat(called(course)).containsExactly("chief");
        assertThat(course.next().call().level()).isEqualTo(1);
    }

    @Test
    void wakesTheTopLevelAtAnyHour() {
        Escalation open = ticked(Course.opened(ladder(QUIET), matter(Urgency.ROUTINE), "xaa", NOON), NOON);

        Course course = Course.ticked(open, NIGHT);

        assertThat(called(course)).containsExactly("chief");
    }

    @Test
    void waitsForWhoeverAcknowledgedAsLongAsTheLadderSays() {
        Escalation open = Course.opened(ladder(QUIET), matter(Urgency.ROUTINE), "xaa", NOON)
                .next();
        Escalation held = Course.acknowledged(open, "first", NOON).next();

        Course course = Course.ticked(held, NOON.plusSeconds(3600));

        assertThat(held.due()).isEqualTo(NOON.plusSeconds(3600));
        assertThat(called(course)).containsExactly("chief");
        assertThat(course.next().holder()).isNull();
    }

    @Test
    void callsWhomItIsHandedOverTo() {
        Escalation held = Course.acknowledged(
                        Course.opened(ladder(QUIET), matter(Urgency.ROUTINE), "xaa", NOON)
                                .next(),
                        "first",
                        NOON)
                .next();

        Course course = Course.handedOver(held, contact("chief"), NOON);

        assertThat(called(course)).containsExactly("chief");
        assertThat(course.next().state()).isEqualTo(State.OPEN);
        assertThat(course.next().part("chief", false)).isEqualTo(Move.Part.CALLED);
        assertThat(course.next().part("stranger", false)).isEqualTo(Move.Part.READER);
    }

    @Test
    void isTheSameAfterItWasKept() {
        Escalation open = Course.opened(ladder(QUIET), matter(Urgency.ROUTINE), "xaa", NOON)
                .noted(NOON, "xaa", null, null)
                .next();

        Escalation kept = Documents.kept(open);

        assertThat(kept).isEqualTo(open);
    }

    private static Escalation ticked(Course course, Instant now) {
        return Course.ticked(course.next(), now).next();
    }

    private static Ladder ladder(QuietHours quiet) {
        return new Ladder(
                "Crisis cell",
                List.of(
                        new Level(
                                "duty", List.of(contact("first")), List.of(contact("deputy")), Duration.ofMinutes(10)),
                        new Level("chief", List.of(contact("chief")), null, Duration.ofMinutes(10))),
                quiet,
                null,
                Duration.ofHours(1),
                2);
    }

    private static Contact contact(String person) {
        return new Contact(person, person + "@crisis.example", null);
    }

    private static Matter matter(Urgency urgency) {
        return new Matter("crisis-cell", "Something", null, urgency, null, null);
    }

    private static List<String> called(Course course) {
        return course.once().map(Contact::person).toList();
    }
}
