package org.entente.audit.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.entente.audit.indicator.Open.Key;
import org.entente.audit.indicator.Tally.Row;
import org.entente.events.EventTypes;
import org.junit.jupiter.api.Test;

/** Which agency something counts for. */
class RosterTest extends Happenings {

    private static final String OFFICER = "officer@XAA";

    @Test
    void whatAnOfficerDoesCountsForTheAgencyThatTheRoutingSays() {
        // given
        routed(0, agency("XAA-CYBER", "chief", "officer"), agency("XAA-COAST", "chief", "other"));
        opened("first", 1);
        opened("second", 1);
        happens(EventTypes.REVIEW_CLOSED, "first", null, OFFICER, data(), 2);
        happens(EventTypes.REVIEW_CLOSED, "second", null, "chief@XAA", data(), 2);

        // when
        Map<Row, Tally.Sums> sums = counted();

        // then
        assertThat(of(sums, Indicator.REVIEWS_IN_TIME, "", "XAA-CYBER").count).isEqualTo(2);
        assertThat(of(sums, Indicator.REVIEWS_IN_TIME, "XBB", "XAA-CYBER").count)
                .isEqualTo(2);
        assertThat(of(sums, Indicator.REVIEWS_IN_TIME, "XBB", "").count).isEqualTo(2);
        assertThat(of(sums, Indicator.REVIEWS_IN_TIME, "", "XAA-COAST").count).isZero();
    }

    @Test
    void theNewestRoutingCountsForWhatIsDoneAfterIt() {
        // given
        routed(0, agency("XAA-CYBER", "chief", "officer"));
        opened("before", 1);
        happens(EventTypes.REVIEW_CLOSED, "before", null, OFFICER, data(), 2);
        routed(3, agency("XAA-COAST", "chief", "officer"));
        opened("after", 4);
        happens(EventTypes.REVIEW_CLOSED, "after", null, OFFICER, data(), 5);

        // when
        Map<Row, Tally.Sums> sums = counted();

        // then
        assertThat(of(sums, Indicator.REVIEWS_IN_TIME, "", "XAA-CYBER").count).isEqualTo(1);
        assertThat(of(sums, Indicator.REVIEWS_IN_TIME, "", "XAA-COAST").count).isEqualTo(1);
    }

    @Test
    void whoIsNoOfficerActsForWhomTheConfigurationSays() {
        // given
        happens(EventTypes.ASSET_REGISTERED, "asset", null, "harbour-app@XAA", data(), 0);
        happens(EventTypes.VIEW_SERVED, "d", "XBB", "analyst@XBB", data().put("assetId", "asset"), 60);
        ObjectNode decided = data().put("resource", "asset").put("partner", "XBB");
        happens(EventTypes.DECISION_MADE, "d", "XBB", decided.put("action", "view"), 60);
        happens(EventTypes.REMARKING_DECIDED, "asset", null, data().put("kind", "downgrade"), 70);

        // when
        Map<Row, Tally.Sums> sums = counted();

        // then
        assertThat(of(sums, Indicator.FIRST_VIEW, "XBB", "XAA-MARITIME").seconds)
                .isEqualTo(3_600);
        assertThat(of(sums, Indicator.FIRST_VIEW_BY_PARTNER, "", "XAA-MARITIME").count)
                .isEqualTo(1);
        assertThat(of(sums, Indicator.SEEN_IN_FULL, "XBB", "XAA-MARITIME").count)
                .isEqualTo(1);
        assertThat(of(sums, Indicator.OVER_CLASSIFICATION, "", "XAA-MARITIME").count)
                .isEqualTo(1);
    }

    @Test
    void aPartnersOfficerOfTheSameNameActsForNoAgency() {
        // given
        routed(0, agency("XAA-CYBER", "chief", "officer"));
        happens(EventTypes.COMPROMISE_REPORTED, "r", "XBB", "officer@XBB", data(), 1);
        happens(EventTypes.AGREEMENT_SUSPENDED, "a", "XBB", "officer@XBB", data(), 2);
        happens(EventTypes.COMPROMISE_REPORTED, "r", "XCC", "officer@XCC", data(), 1);
        happens(EventTypes.AGREEMENT_SUSPENDED, "a", "XCC", OFFICER, data(), 2);

        // when
        Map<Row, Tally.Sums> sums = counted();

        // then
        assertThat(of(sums, Indicator.TIME_TO_WITHDRAW, "", "").count).isEqualTo(2);
        assertThat(of(sums, Indicator.TIME_TO_WITHDRAW, "", "XAA-CYBER").count).isEqualTo(1);
        assertThat(of(sums, Indicator.TIME_TO_WITHDRAW, "XCC", "XAA-CYBER").seconds)
                .isEqualTo(60);
        assertThat(of(sums, Indicator.TIME_TO_WITHDRAW, "XBB", "XAA-CYBER").count)
                .isZero();
    }

    @Test
    void aFindingAndAnActivationCountForTheAgencyOfWhoDecidedThem() {
        // given
        routed(0, agency("XAA-CYBER", "chief", "officer"));
        happens(EventTypes.INVESTIGATION_OPENED, "case", null, data().put("partner", "XBB"), 1);
        happens(EventTypes.INVESTIGATION_CHANGED, "case", null, OFFICER, data().put("state", "dismissed"), 2);
        ObjectNode plan = data();
        plan.putArray("partners").add("XBB").add("XCC");
        happens(EventTypes.PLAN_AGREED, "plan", null, plan, 1);
        happens(EventTypes.ACTIVATION_STARTED, "act", null, OFFICER, data().put("plan", "plan"), 2);
        happens(EventTypes.ACTIVATION_ENDED, "act", null, data(), 3);

        // when
        Map<Row, Tally.Sums> sums = counted();

        // then
        assertThat(of(sums, Indicator.ANOMALY_HANDLING, "XBB", "XAA-CYBER").count)
                .isEqualTo(1);
        assertThat(of(sums, Indicator.CRISIS_USE, "", "XAA-CYBER").count).isEqualTo(1);
        assertThat(of(sums, Indicator.CRISIS_IN_TIME, "XCC", "XAA-CYBER").count).isEqualTo(1);
    }

    @Test
    void aRoutingWithoutSenseMakesNobodyAnOfficer() {
        // given
        happens(EventTypes.ROUTING_PUBLISHED, "routing", null, data().put("rules", "none"), 0);
        routed(0, agency("", "chief", "officer"), agency("XAA\tCYBER", "chief", "officer"));
        routed(0, agency("XAA-CYBER", "", "", "\n", "a".repeat(101)));

        // when
        Books books = new Books(List.of());
        counting().read(entries, books, new Tally(aims()));

        // then
        assertThat(books.find(new Key(Open.Kind.ROUTING, "")).note()).isEmpty();
    }

    @Test
    void whatMayBeTouchedSaysWhoActsForWhomUnlessItIsNothing() {
        // given
        happens("org.entente.strange.v1", "x", null, OFFICER, data(), 0);
        List<Key> nothing = counting().touched(entries);
        opened("review", 0);

        // when
        List<Key> touched = counting().touched(entries);

        // then
        assertThat(nothing).isEmpty();
        assertThat(touched).contains(Roster.KEY, new Key(Open.Kind.REVIEW, "review"));
    }

    private void opened(String review, int minute) {
        happens(EventTypes.REVIEW_OPENED, review, null, data().put("partner", "XBB"), minute);
    }

    private void routed(int minute, ObjectNode... agencies) {
        ObjectNode view = data().put("version", 1);
        ArrayNode all = view.putObject("rules").putArray("agencies");
        List.of(agencies).forEach(all::add);
        happens(EventTypes.ROUTING_PUBLISHED, "routing", null, "admin@XAA", view, minute);
    }

    private static ObjectNode agency(String code, String superior, String... officers) {
        ObjectNode agency = data().put("code", code).put("superior", superior);
        List.of(officers).forEach(agency.putArray("officers")::add);
        return agency;
    }

    private static Tally.Sums of(Map<Row, Tally.Sums> sums, Indicator indicator, String partner, String agency) {
        return sums.getOrDefault(new Row(indicator, partner, agency, "", TODAY), new Tally.Sums());
    }
}
