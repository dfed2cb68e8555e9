package org.entente.audit.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.entente.audit.follow.Logged;
import org.entente.audit.indicator.Tally.Row;
import org.entente.events.EventTypes;
import org.junit.jupiter.api.Test;

class CountingTest extends Happenings {

    @Test
    void theFirstViewOfAPartnerCountsOnceAndOnlyThatOfTheFirstForAll() {
        // given
        happens(EventTypes.ASSET_REGISTERED, "asset", null, data(), 0);
        happens(EventTypes.VIEW_SERVED, "d0", "XAA", data().put("assetId", "asset"), 5);
        happens(EventTypes.VIEW_SERVED, "d1", "XBB", data().put("assetId", "asset"), 60);
        happens(EventTypes.VIEW_SERVED, "d2", "XBB", data().put("assetId", "asset"), 70);
        happens(EventTypes.VIEW_SERVED, "d3", "XCC", data().put("assetId", "asset"), 90);

        // when
        Map<Row, Tally.Sums> sums = counted();

        // then
        assertThat(at(sums, Indicator.FIRST_VIEW, "").count).isEqualTo(1);
        assertThat(at(sums, Indicator.FIRST_VIEW, "XBB").seconds).isEqualTo(3_600);
        assertThat(at(sums, Indicator.FIRST_VIEW_BY_PARTNER, "").count).isEqualTo(2);
        assertThat(at(sums, Indicator.FIRST_VIEW_BY_PARTNER, "XCC").longest).isEqualTo(5_400);
        assertThat(at(sums, Indicator.FIRST_VIEW_BY_PARTNER, "XCC").met).isZero();
        assertThat(at(sums, Indicator.FIRST_VIEW_BY_PARTNER, "XBB").met).isEqualTo(1);
    }

    @Test
    void aRequestIsInTimeWhenAnsweredBeforeItIsDueAndTheClockStopsWhileThePartnerIsAsked() {
        // given
        submit("early", 30);
        happens(EventTypes.REQUEST_ROUTED, "early", null, data().put("agency", "XAA-CYBER"), 1);
        happens(EventTypes.REQUEST_APPROVED, "early", "XBB", data(), 20);
        submit("late", 30);
        happens(EventTypes.REQUEST_REFUSED, "late", "XBB", data(), 40);
        submit("asked", 30);
        happens(EventTypes.REQUEST_CLARIFICATION_ASKED, "asked", "XBB", data(), 10);
        happens(
                EventTypes.REQUEST_CLARIFIED,
                "asked",
                "XBB",
                data().put("due", minute(100).toString()),
                80);
        happens(EventTypes.REQUEST_APPROVED, "asked", "XBB", data(), 90);
        submit("lapsed", 30);
        happens(EventTypes.REQUEST_LAPSED, "lapsed", "XBB", data(), 20);
        submit("withdrawn", 30);
        happens(EventTypes.REQUEST_WITHDRAWN, "withdrawn", "XBB", data(), 20);

        // when
        Map<Row, Tally.Sums> sums = counted();

        // then
        assertThat(at(sums, Indicator.REQUESTS_IN_TIME, "XBB").count).isEqualTo(4);
        assertThat(at(sums, Indicator.REQUESTS_IN_TIME, "XBB").met).isEqualTo(2);
        assertThat(sums.get(new Row(Indicator.REQUESTS_IN_TIME, "", "XAA-CYBER", "", TODAY)).met)
                .isEqualTo(1);
    }

    @Test
    void aRestrictionCountsFromItsReasonAlsoWhenItsEventIsFirst() {
        // given
        happens(EventTypes.COMPROMISE_REPORTED, "r1", "XBB", data(), 0);
        happens(
                EventTypes.POSTURE_CHANGED,
                "XBB",
                null,
                data().put("from", "normal").put("to", "contained"),
                2);
        happens(
                EventTypes.POSTURE_CHANGED,
                "XBB",
                null,
                data().put("from", "contained").put("to", "normal"),
                3);
        happens(
                EventTypes.POSTURE_CHANGED,
                "XCC",
                null,
                data().put("from", "normal").put("to", "watch"),
                10);
        happens(EventTypes.COMPROMISE_REPORTED, "r2", "XCC", data(), 10);

        // when
        Map<Row, Tally.Sums> sums = counted();

        // then
        assertThat(at(sums, Indicator.TIME_TO_WITHDRAW, "XBB").count).isEqualTo(1);
        assertThat(at(sums, Indicator.TIME_TO_WITHDRAW, "XBB").seconds).isEqualTo(120);
        assertThat(at(sums, Indicator.TIME_TO_WITHDRAW, "XCC").seconds).isZero();
    }

    @Test
    void anActivationCountsForEveryPartnerOfItsPlanAndOnceForAll() {
        // given
        ObjectNode plan = data();
        plan.putArray("partners").add("XBB").add("XCC");
        happens(EventTypes.PLAN_AGREED, "plan", null, plan, 0);
        ObjectNode started = data().put("plan", "plan")
                .put("from", minute(0).toString())
                .put("until", minute(60).toString());
        happens(EventTypes.ACTIVATION_STARTED, "act", null, started, 0);
        happens(
                EventTypes.ACTIVATION_ENDED,
                "act",
                null,
                data().put("at", minute(90).toString()),
                90);

        // when
        Map<Row, Tally.Sums> sums = counted();

        // then
        assertThat(at(sums, Indicator.CRISIS_USE, "").seconds).isEqualTo(5_400);
        assertThat(at(sums, Indicator.CRISIS_USE, "").count).isEqualTo(1);
        assertThat(at(sums, Indicator.CRISIS_IN_TIME, "XCC").met).isZero();
        assertThat(at(sums, Indicator.CRISIS_IN_TIME, "XCC").longest).isEqualTo(1_800);
    }

    @Test
    void sumsOfDecisionsCountByCategoryAndReason() {
        // given
        ObjectNode summed = data();
        ObjectNode row = summed.putArray("sums").addObject();
        row.put("partner", "XBB").put("category", "sensitive").put("shared", 3).put("withheld", 7);
        row.putObject("codes").put("tier-too-low", 5).put("not-displayable", 7);
        happens(EventTypes.DECISIONS_SUMMED, "sums", null, summed, 0);

        // when
        Map<Row, Tally.Sums> sums = counted();

        // then
        assertThat(sums.get(new Row(Indicator.SHARED, "XBB", "", "sensitive", TODAY)).count)
                .isEqualTo(10);
        assertThat(at(sums, Indicator.SHARED, "").met).isEqualTo(3);
        assertThat(sums.get(new Row(Indicator.WITHHELD, "", "", "sensitive/tier-too-low", TODAY)).count)
                .isEqualTo(5);
    }

    @Test
    void overClassificationIsHowOftenLessWasAskedForAndApproved() {
        // given
        ObjectNode registered = data();
        registered.putObject("banner").put("policy", "ALLIANCE").put("classification", "SECRET");
        happens(EventTypes.ASSET_REGISTERED, "asset", null, registered, 0);
        happens(
                EventTypes.REMARKING_DECIDED,
                "asset",
                null,
                data().put("kind", "downgrade").put("state", "approved"),
                1);
        happens(
                EventTypes.REMARKING_DECIDED,
                "asset",
                null,
                data().put("kind", "downgrade").put("state", "rejected"),
                2);
        happens(
                EventTypes.REMARKING_DECIDED,
                "asset",
                null,
                data().put("kind", "redaction").put("state", "approved"),
                3);

        // when
        Map<Row, Tally.Sums> sums = counted();

        // then
        Tally.Sums secret = sums.get(new Row(Indicator.OVER_CLASSIFICATION, "", "", "ALLIANCE:SECRET", TODAY));
        assertThat(secret.count).isEqualTo(2);
        assertThat(secret.met).isEqualTo(1);
    }

    @Test
    void whatBeginsInOneBatchIsCountedInAnother() {
        // given
        submit("r", 30);
        Books first = new Books(List.of());
        counting().read(entries, first, new Tally(aims()));
        entries.clear();
        happens(EventTypes.REQUEST_APPROVED, "r", "XBB", data(), 20);

        // when
        Books second = new Books(first.toWrite());
        Tally tally = new Tally(aims());
        counting().read(entries, second, tally);

        // then
        assertThat(at(tally.rows(), Indicator.REQUESTS_IN_TIME, "").met).isEqualTo(1);
        assertThat(second.toWrite()).isEmpty();
        assertThat(second.toDelete()).hasSize(1);
    }

    @Test
    void exercisesAndStrangeEventsCountForNothing() {
        // given
        submit("r", 30);
        Logged real = entries.remove(0);
        ObjectNode exercise = real.event().deepCopy();
        entries.add(new Logged(0, real.type(), "r", "XBB", NOON, exercise.put("exercise", true)));
        happens(EventTypes.REQUEST_APPROVED, "unknown", "XBB", data(), 1);
        happens(EventTypes.REVIEW_CLOSED, "unknown", null, data(), 1);
        happens(EventTypes.DECISIONS_SUMMED, "x", null, data().put("sums", "none"), 1);
        happens(
                EventTypes.ACTIVATION_STARTED,
                "a",
                null,
                data().put("from", "yesterday").put("until", 7),
                1);
        happens("org.entente.strange.v1", "x", null, data(), 1);

        // when
        Map<Row, Tally.Sums> sums = counted();

        // then
        assertThat(sums).isEmpty();
    }
}
