package org.entente.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class CorrelationResourceTest {

    @BeforeEach
    void clear() {
        AccessPeer.behave(AccessPeer.Mode.NORMAL);
    }

    @Test
    void eachOriginatorLearnsThatSomethingMatched() {
        ObjectNode theirs = Taxii.indicator("203.0.113.1");
        ObjectNode others = address("203.0.113.1");
        contribute("xbb", theirs);

        contribute("xee", others);

        JsonNode toXbb = notice(Callers.xbbAnalyst(), theirs).orElseThrow();
        assertThat(toXbb.path("kind").asText()).isEqualTo("observable");
        assertThat(toXbb.path("objects")).hasSize(1);
        assertThat(toXbb.path("offers")).isEmpty();
        assertThat(notice(Taxii.xeeAnalyst(), others)).isPresent();
        assertThat(Events.await(
                        "org.entente.catalog.match.found.v1", toXbb.path("id").asText()))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.has("partner")).isFalse();
                    assertThat(event.path("data"))
                            .isEqualTo(Bundles.read("{\"kind\": \"observable\", \"originator\": \"XBB\"}"));
                });
    }

    @Test
    void nobodyLearnsWhoseTheOtherIsNorWhat() {
        ObjectNode theirs = Taxii.indicator("203.0.113.2");
        ObjectNode others = Taxii.indicator("203.0.113.2").put("name", "Source Pumpkin");
        contribute("xbb", theirs);

        contribute("xee", others);

        assertThat(notice(Callers.xbbAnalyst(), theirs).orElseThrow().toString())
                .doesNotContain("XEE", "Pumpkin", others.path("id").asText());
    }

    @Test
    void theHomeSideIsAnOriginatorLikeAnyOther() {
        ObjectNode own = Taxii.indicator("203.0.113.3");
        Callers.register(Taxii.registration(List.of(own), "XEE"));
        ObjectNode theirs = Taxii.indicator("203.0.113.3");

        contribute("xbb", theirs);

        assertThat(notice(Callers.originator(), own)).isPresent();
        assertThat(notice(Callers.xbbAnalyst(), theirs)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"releasableTo\": [\"XEE\"], \"originatorControlled\": true}",
                "{\"releasableTo\": [\"XEE\"], \"proprietaryOwners\": [\"XAA-AEROWORKS\"]}",
                "{\"releasableTo\": [\"XEE\"], \"categories\": [\"supply-chain-vulnerability\"],"
                        + " \"proprietaryOwners\": [\"XAA-AEROWORKS\"]}"
            })
    void whatIsNobodyElsesMatchesInSilence(String restrictions) {
        String value = "203.0.113." + (10 + restrictions.length());
        ObjectNode own = Taxii.indicator(value);
        ObjectNode registration = Taxii.registration(List.of(own));
        ObjectNode label = registration.withObject("/defaultLabel");
        label.remove("releasableTo");
        label.setAll((ObjectNode) Bundles.read(restrictions));
        Callers.register(registration);
        ObjectNode theirs = Taxii.indicator(value);

        contribute("xbb", theirs);

        assertThat(notice(Callers.originator(), own)).isPresent();
        assertThat(notice(Callers.xbbAnalyst(), theirs)).isEmpty();
    }

    @Test
    void whatOneHasTwiceIsNoMatch() {
        ObjectNode first = Taxii.indicator("203.0.113.4");
        contribute("xbb", first);

        contribute("xbb", Taxii.indicator("203.0.113.4"));

        assertThat(notice(Callers.xbbAnalyst(), first)).isEmpty();
    }

    @Test
    void identitiesMatchByName() {
        ObjectNode one = Taxii.sdo("identity", "2026-01-01T00:00:00.000Z").put("name", "Sluice-Group 7");
        ObjectNode other = Taxii.sdo("identity", "2026-01-01T00:00:00.000Z").put("name", "SLUICE group 7");
        contribute("xbb", one);

        contribute("xee", other);

        assertThat(notice(Callers.xbbAnalyst(), one))
                .hasValueSatisfying(
                        notice -> assertThat(notice.path("kind").asText()).isEqualTo("identity"));
    }

    @Test
    void anOriginatorLearnsThatItsIndicatorWasSighted() {
        ObjectNode own = Taxii.indicator("203.0.113.5");
        Callers.register(Taxii.registration(List.of(own), "XBB"));
        ObjectNode sighting = Taxii.sdo("sighting", "2026-01-01T00:00:00.000Z")
                .put("sighting_of_ref", own.path("id").asText());

        contribute("xbb", sighting);

        assertThat(notice(Callers.originator(), own))
                .hasValueSatisfying(
                        notice -> assertThat(notice.path("kind").asText()).isEqualTo("sighting"));
        assertThat(notice(Callers.xbbAnalyst(), sighting)).isEmpty();
    }

    @Test
    void whoOffersMoreIsKnownToThoseWithTheSameMatch() {
        ObjectNode own = Taxii.indicator("203.0.113.6");
        Callers.register(Taxii.registration(List.of(own), "XEE"));
        ObjectNode theirs = Taxii.indicator("203.0.113.6");
        contribute("xbb", theirs);
        String shown = Callers.register(Taxii.registration(List.of(Taxii.indicator("203.0.113.7")), "XBB"));
        String hidden = Callers.register(Taxii.registration(List.of(Taxii.indicator("203.0.113.8")), "XEE"));
        String notice =
                notice(Callers.originator(), own).orElseThrow().path("id").asText();

        Response offer = offer(Callers.originator(), notice, shown, hidden);

        offer.then().statusCode(201);
        JsonNode seen = notice(Callers.xbbAnalyst(), theirs).orElseThrow();
        assertThat(seen.at("/offers/0/from").asText()).isEqualTo("XAA");
        assertThat(seen.at("/offers/0/assets"))
                .containsExactly(Bundles.JSON.getNodeFactory().textNode(shown));
        assertThat(Events.await(
                        "org.entente.catalog.match.offered.v1", seen.path("id").asText()))
                .singleElement()
                .satisfies(event -> assertThat(event.path("partner").asText()).isEqualTo("XBB"));
    }

    @Test
    void nobodyOffersWhatIsAnothersOrOnAMatchOfAnother() {
        ObjectNode own = Taxii.indicator("203.0.113.9");
        String asset = Callers.register(Taxii.registration(List.of(own), "XEE"));
        ObjectNode theirs = Taxii.indicator("203.0.113.9");
        contribute("xbb", theirs);
        String toHome =
                notice(Callers.originator(), own).orElseThrow().path("id").asText();
        String toXbb =
                notice(Callers.xbbAnalyst(), theirs).orElseThrow().path("id").asText();

        Response foreign = offer(Callers.xbbAnalyst(), toXbb, asset);

        foreign.then().statusCode(422).body("field", equalTo("/assets"));
        offer(Callers.xbbAnalyst(), toHome).then().statusCode(404);
        offer(Callers.xbbAnalyst(), UUID.randomUUID().toString()).then().statusCode(404);
    }

    @Test
    void aSuspendedPartnerIsToldNothing() {
        ObjectNode own = Taxii.indicator("203.0.113.90");
        Callers.register(Taxii.registration(List.of(own), "XEE"));
        ObjectNode theirs = Taxii.indicator("203.0.113.90");
        contribute("xbb", theirs);
        String id =
                notice(Callers.xbbAnalyst(), theirs).orElseThrow().path("id").asText();
        AccessPeer.behave(AccessPeer.Mode.SUSPENDED);

        Optional<JsonNode> notice = notice(Callers.xbbAnalyst(), theirs);

        assertThat(notice).isEmpty();
        offer(Callers.xbbAnalyst(), id).then().statusCode(404);
    }

    @Test
    void whatIsKeptTellsNothing() {
        ObjectNode theirs = Taxii.indicator("203.0.113.77");

        contribute("xbb", theirs);
        notice(Callers.xbbAnalyst(), theirs);

        assertThat(Database.find("select string_agg(f::text, ' ') from fingerprint f where object = '"
                        + theirs.path("id").asText() + "'"))
                .isNotEmpty()
                .doesNotContain("203.0.113.77");
    }

    @Test
    void isForOriginatorsOnly() {
        Response answer = Callers.liaison().get("/catalog/correlations");

        answer.then().statusCode(403);
    }

    private static Optional<JsonNode> notice(RequestSpecification caller, ObjectNode object) {
        JsonNode page = Bundles.read(caller.queryParam("limit", 100)
                .get("/catalog/correlations")
                .then()
                .statusCode(200)
                .extract()
                .asString());
        return StreamSupport.stream(page.path("correlations").spliterator(), false)
                .filter(notice -> StreamSupport.stream(notice.path("objects").spliterator(), false)
                        .anyMatch(own -> own.path("object").equals(object.path("id"))))
                .findFirst();
    }

    private static Response offer(RequestSpecification caller, String notice, String... assets) {
        return caller.body(Map.of("assets", List.of(assets))).post("/catalog/correlations/{id}/offers", notice);
    }

    private static ObjectNode address(String value) {
        return Bundles.JSON
                .createObjectNode()
                .put("type", "ipv4-addr")
                .put("spec_version", "2.1")
                .put("id", "ipv4-addr--" + UUID.randomUUID())
                .put("value", value);
    }

    private static void contribute(String partner, ObjectNode object) {
        RequestSpecification client = partner.equals("xbb") ? Taxii.xbb() : Taxii.xee();
        Taxii.contribute(client, partner, object).then().statusCode(202).body("success_count", equalTo(1));
    }
}
