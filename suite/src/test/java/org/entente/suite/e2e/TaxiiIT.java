package org.entente.suite.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.suite.demo.Acts;
import org.entente.suite.demo.Answer;
import org.entente.suite.demo.View;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** TAXII 2.1 through the gateway, with real logins and real decisions. */
@ExtendWith(SuiteExtension.class)
class TaxiiIT {
    private final PackagedSuite suite;

    TaxiiIT(PackagedSuite suite) {
        this.suite = suite;
    }

    @Test
    void aClientFindsItsWayFromDiscoveryToObjects() {
        try (Situation situation = Situation.agreed(suite)) {
            // given
            Taxii client = new Taxii(situation.acts(), "xbb-analyst", "XBB");
            Taxii.agree(situation.acts(), "XBB");

            // when
            JsonNode discovery = client.get("/taxii2/").expect(200).json();

            // then
            String root = discovery.path("default").asText();
            assertThat(discovery.path("api_roots")).extracting(JsonNode::asText).contains(root);
            assertThat(client.get(root).expect(200).json().path("versions"))
                    .extracting(JsonNode::asText)
                    .containsExactly(Taxii.MEDIA_TYPE);
            JsonNode collections =
                    client.get(root + "collections/").expect(200).json().path("collections");
            String id = collections.get(0).path("id").asText();
            Answer objects =
                    client.get(root + "collections/" + id + "/objects/").expect(200);
            assertThat(objects.headers().get("content-type")).containsExactly(Taxii.MEDIA_TYPE);
        }
    }

    @Test
    void aPartnersApplicationPollsLikeOneOfItsPeople() {
        try (Situation situation = Situation.agreed(suite)) {
            // given
            Taxii person = new Taxii(situation.acts(), "xbb-analyst", "XBB");
            Taxii application = new Taxii(situation.acts(), "xbb-exchange", "XBB");
            Taxii.agree(situation.acts(), "XBB");

            // when
            List<List<String>> polled = application.objects(7);

            // then
            assertThat(polled).isNotEmpty().isEqualTo(person.objects(7));
            assertThat(application.get("/taxii2/xcc-" + Situation.PURPOSE + "/").status())
                    .isEqualTo(404);
        }
    }

    @Test
    void handsOverWhatAViewShows() {
        try (Situation situation = Situation.agreed(suite)) {
            // given
            Taxii client = new Taxii(situation.acts(), "xbb-analyst", "XBB");
            Taxii.agree(situation.acts(), "XBB");
            View view = situation.view();

            // when
            List<List<String>> byTopic = client.objects(7);

            // then
            Set<String> handed = byTopic.stream().flatMap(List::stream).collect(Collectors.toSet());
            assertThat(view.isServed()).isTrue();
            assertThat(byTopic).allSatisfy(ids -> assertThat(ids).doesNotHaveDuplicates());
            assertThat(handed).containsAll(view.objects());
            Set<String> whole = new HashSet<>(situation
                    .acts()
                    .view("xaa-originator", situation.asset().id(), Situation.PURPOSE)
                    .objects());
            whole.removeAll(new HashSet<>(view.objects()));
            assertThat(handed).doesNotContainAnyElementsOf(whole);
        }
    }

    @Test
    void withoutAGrantThatReleasesNothingIsHandedOver() {
        try (Situation situation = Situation.agreed(suite)) {
            // given
            Acts acts = situation.acts();
            String grant = Taxii.agree(acts, "XCC");
            Taxii client = new Taxii(acts, "xcc-analyst", "XCC");
            acts.withdraw(grant, "Over.");

            // when
            Answer page = client.get(client.collection("situational-awareness") + "objects/");

            // then
            assertThat(page.expect(200).json().has("objects")).isFalse();
        }
    }

    @Test
    void theRootOfAnotherIsNotThere() {
        try (Acts acts = suite.acts()) {
            // given
            Taxii client = new Taxii(acts, "xbb-analyst", "XBB");
            Answer absent = client.get("/taxii2/xzz-cyber-defence/");

            // when
            Answer answer = client.get("/taxii2/xcc-cyber-defence/");

            // then
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.isLike(absent)).isTrue();
        }
    }

    @Test
    void eachPageIsOnRecordInTheLog() {
        try (Situation situation = Situation.agreed(suite)) {
            // given
            Acts acts = situation.acts();
            Taxii.agree(acts, "XBB");
            Taxii client = new Taxii(acts, "xbb-analyst", "XBB");

            // when
            Answer page = client.pages("situational-awareness", 3).get(0);

            // then
            String record = page.headers().get("entente-record").get(0);
            assertThat(acts.receipt("xbb-analyst", record)).isNotEmpty();
            assertThat(acts.records("subject=" + record)).singleElement().satisfies(event -> assertThat(
                            event.at("/data/objects").asInt())
                    .isEqualTo(page.json().path("objects").size()));
        }
    }

    @Test
    void aContributionIsCheckedAndBelongsToTheContributor() {
        try (Situation situation = Situation.agreed(suite)) {
            // given
            Acts acts = situation.acts();
            Taxii.agree(acts, "XBB");
            Taxii client = new Taxii(acts, "xbb-analyst", "XBB");
            ObjectNode right = Taxii.indicator("198.51.100.7");
            ObjectNode wrong = Taxii.indicator("198.51.100.8").put("valid_from", "soon");

            // when
            Answer answer = client.contribute("shared-analysis", right, wrong);

            // then
            JsonNode status = answer.expect(202).json();
            assertThat(status.path("success_count").asInt()).isEqualTo(1);
            assertThat(status.at("/failures/0/message").asText()).contains("valid_from");
            String id = status.path("id").asText();
            assertThat(client.get(client.root() + "status/" + id + "/")
                            .expect(200)
                            .json())
                    .isEqualTo(status);
            JsonNode contribution = acts.as("xaa-originator")
                    .get("/catalog/contributions/" + id)
                    .expect(200)
                    .json();
            assertThat(contribution.path("partner").asText()).isEqualTo("XBB");
        }
    }

    @Test
    void bothOriginatorsLearnThatSomethingMatched() {
        try (Situation situation = Situation.agreed(suite)) {
            // given
            Acts acts = situation.acts();
            Taxii.agree(acts, "XBB");
            Taxii.agree(acts, "XCC");
            ObjectNode theirs = Taxii.indicator("198.51.100.9");
            ObjectNode others = Taxii.indicator("198.51.100.9");
            new Taxii(acts, "xbb-analyst", "XBB")
                    .contribute("shared-analysis", theirs)
                    .expect(202);

            // when
            new Taxii(acts, "xcc-analyst", "XCC")
                    .contribute("shared-analysis", others)
                    .expect(202);

            // then
            String toXbb = acts.as("xbb-analyst")
                    .get("/catalog/correlations")
                    .expect(200)
                    .text();
            String toXcc = acts.as("xcc-analyst")
                    .get("/catalog/correlations")
                    .expect(200)
                    .text();
            assertThat(toXbb)
                    .contains(theirs.path("id").asText())
                    .doesNotContain(others.path("id").asText(), "XCC");
            assertThat(toXcc)
                    .contains(others.path("id").asText())
                    .doesNotContain(theirs.path("id").asText(), "XBB");
        }
    }
}
