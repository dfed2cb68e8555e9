package org.entente.suite.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.entente.suite.demo.Acts;
import org.entente.suite.demo.Patience;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who accessed what is known to those it concerns, and to nobody else; whoever looks is known, too. */
@ExtendWith(SuiteExtension.class)
class HistoryIT {

    private final PackagedSuite suite;

    HistoryIT(PackagedSuite suite) {
        this.suite = suite;
    }

    @Test
    void anAccessIsInTheHistoriesOfThoseItConcerns() {
        try (Situation situation = Situation.agreed(suite)) {
            // given
            Acts acts = situation.acts();
            String history = "/audit/history?asset=" + situation.asset().id() + "&result=permitted";

            // when
            situation.view();

            // then
            JsonNode known = Patience.until(() -> lines(acts, "xaa-auditor", history), lines -> !lines.isEmpty());
            assertThat(known.get(0).at("/event/data/categories").isArray()).isTrue();
            assertThat(known.get(0).at("/event/data/grants/0").asText()).isEqualTo(situation.grant());
            // More of the same view may come into the histories between one look and the next.
            List<String> ofOfficer = indexes(lines(acts, "xbb-officer", history));
            List<String> ofAnalyst = indexes(lines(acts, "xbb-analyst", history));
            List<String> later = indexes(lines(acts, "xaa-auditor", history));
            assertThat(ofOfficer).containsAll(indexes(known)).isSubsetOf(later);
            assertThat(ofAnalyst).containsAll(indexes(known)).isSubsetOf(later);
            assertThat(lines(acts, "xcc-officer", history)).isEmpty();
            assertThat(lines(acts, "xaa-originator", history)).isEmpty();
            JsonNode receipt = acts.as("xbb-analyst")
                    .get(known.get(0).path("receipt").asText())
                    .expect(200)
                    .json();
            assertThat(receipt.path("index")).isEqualTo(known.get(0).path("index"));
        }
    }

    @Test
    void aLookAtAHistoryIsInTheLog() {
        try (Situation situation = Situation.agreed(suite)) {
            // given
            Acts acts = situation.acts();
            String asset = situation.asset().id();

            // when
            lines(acts, "xaa-auditor", "/audit/history?asset=" + asset);

            // then
            JsonNode looks = Patience.until(
                    () -> lines(
                            acts,
                            "xaa-auditor",
                            "/audit/history?kind=org.entente.audit.records.read.v1&order=newest&actor=xaa-auditor@XAA"),
                    lines -> lines.findValuesAsText("asset").contains(asset));
            assertThat(looks).isNotEmpty();
        }
    }

    private static List<String> indexes(JsonNode lines) {
        return lines.findValuesAsText("index");
    }

    private static JsonNode lines(Acts acts, String account, String path) {
        return acts.as(account).get(path).expect(200).json().path("lines");
    }
}
