package org.entente.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.catalog.Callers.as;
import static org.entente.catalog.Callers.originator;
import static org.entente.catalog.Callers.xbbAnalyst;
import static org.entente.catalog.Callers.xccAnalyst;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.entente.embedded.testing.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ViewResourceTest {
    private static final String DEFENCE = "{\"purpose\": \"cyber-defence\"}";
    private static final String RELIEF = "{\"purpose\": \"disaster-relief\"}";

    @BeforeEach
    void forgetQuestions() {
        AccessPeer.behave(AccessPeer.Mode.NORMAL);
        AccessPeer.questions();
    }

    @Test
    void showsExactlyThePermittedPortions() {
        String asset = Callers.register(Bundles.registration("Shown"));

        Response view = view(xbbAnalyst(), asset, DEFENCE);

        view.then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("assetId", equalTo(asset))
                .body("version", equalTo(1))
                .body("epoch", greaterThanOrEqualTo(7))
                .body("purpose", equalTo("cyber-defence"))
                .body("portions.shown", equalTo(3))
                .body("portions.protected", equalTo(true))
                .body("obligations.type", equalTo(List.of("watermark")))
                .body("explanation.summary", equalTo("as agreed"))
                .body("bundle.type", equalTo("bundle"))
                .body("bundle.objects.id", equalTo(Bundles.SHOWN_TO_XBB));
        assertThat(view.asString())
                .doesNotContain(Bundles.SECRET_WORDS)
                .doesNotContain(Bundles.MALWARE)
                .doesNotContain(Bundles.RELATIONSHIP)
                .doesNotContain(Bundles.STRICT_MARKING)
                .doesNotContain("home-only")
                .doesNotContain("\"home\"");
    }

    @Test
    void makesTheSameBundleOfTheSamePortions() {
        String asset = Callers.register(Bundles.registration("Again"));
        Object first = view(xbbAnalyst(), asset, DEFENCE).path("bundle");

        Object second = view(xbbAnalyst(), asset, DEFENCE).path("bundle");

        assertThat(second).isEqualTo(first);
    }

    @Test
    void asksForTheReaderOfTheToken() {
        String asset = Callers.register(Bundles.registration("Asked"));

        view(xbbAnalyst(), asset, DEFENCE);

        List<Map<String, Object>> questions = AccessPeer.questions();
        assertThat(questions).hasSize(1);
        JsonNode question = Bundles.JSON.valueToTree(questions.get(0));
        assertThat(question.at("/subject/id").asText()).isEqualTo(TestTokens.subject("xbb-analyst"));
        assertThat(question.at("/subject/properties/partner").asText()).isEqualTo("XBB");
        assertThat(question.at("/subject/properties/nationalities/0").asText()).isEqualTo("XBB");
        assertThat(question.at("/subject/properties/clearances"))
                .isEqualTo(Bundles.read(
                        "[{\"policy\": \"ALLIANCE\", \"classification\": \"SECRET\", \"compartments\": []}]"));
        assertThat(question.at("/subject/properties/assurance").asText()).isEqualTo("password");
        assertThat(question.at("/subject/properties/address").asText()).isEqualTo("127.0.0.1");
        assertThat(question.at("/resource/id").asText()).isEqualTo(asset);
        assertThat(question.at("/resource/properties/portions")).hasSize(Bundles.PORTIONS);
    }

    @Test
    void recordsTheBytesItServes() throws Exception {
        String asset = Callers.register(Bundles.registration("Recorded"));
        Response view = view(xbbAnalyst(), asset, DEFENCE);
        byte[] served = view.asByteArray();

        List<JsonNode> events = Events.await("org.entente.catalog.view.served.v1", view.path("decisionId"));

        assertThat(events).hasSize(1);
        JsonNode event = events.get(0);
        assertThat(event.path("partner").asText()).isEqualTo("XBB");
        assertThat(event.path("actor").asText()).isEqualTo("xbb-analyst@XBB");
        assertThat(event.at("/data/assetId").asText()).isEqualTo(asset);
        assertThat(event.at("/data/portions").asInt()).isEqualTo(3);
        assertThat(event.at("/data/sha256").asText())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(served)));
    }

    @Test
    void explainsADenialOfWhatMayBeDiscovered() {
        String asset = Callers.register(Bundles.registration("Denied"));

        Response denied = view(xbbAnalyst(), asset, RELIEF);

        denied.then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("decisionId", notNullValue())
                .body("explanation.summary", equalTo("as agreed"))
                .body("remedies.code", equalTo(List.of("no-grant")));
        assertThat(denied.asString()).doesNotContain("home-only").doesNotContain("bundle");
    }

    @ParameterizedTest
    @ValueSource(strings = {DEFENCE, RELIEF})
    void hidesWhatMayNotBeDiscoveredAsIfItWereNotThere(String purpose) {
        String hidden = Callers.register(Bundles.registration("Hidden from XCC"));
        Response absent = view(xccAnalyst(), UUID.randomUUID().toString(), purpose);

        Response answer = view(xccAnalyst(), hidden, purpose);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.asByteArray()).isEqualTo(absent.asByteArray());
        assertThat(answer.headers().asList())
                .hasToString(absent.headers().asList().toString());
        assertThat(answer.statusLine()).isEqualTo(absent.statusLine());
        assertThat(AccessPeer.questions()).hasSize(2);
    }

    static Stream<Arguments> purposes() {
        return Stream.of(
                Arguments.of("{\"purpose\": \"curiosity\"}"),
                Arguments.of("{\"purpose\": \"\"}"),
                Arguments.of("{\"purpose\": null}"),
                Arguments.of("{\"purpose\": 7}"),
                Arguments.of("{}"),
                Arguments.of("null"));
    }

    @ParameterizedTest
    @MethodSource("purposes")
    void namesAPurposeThatIsNoneWhetherTheAssetIsThereOrNot(String body) {
        String asset = Callers.register(Bundles.registration("No purpose"));
        Response absent = view(xbbAnalyst(), UUID.randomUUID().toString(), body);

        Response answer = view(xbbAnalyst(), asset, body);

        answer.then().statusCode(400).body("field", equalTo("/purpose"));
        assertThat(answer.asByteArray()).isEqualTo(absent.asByteArray());
    }

    @Test
    void givesTheOriginatorTheWholeAndPutsItOnRecord() {
        String asset = Callers.register(Bundles.registration("Mine"));

        ValidatableResponse view = view(originator(), asset, DEFENCE).then();

        view.statusCode(200)
                .body("portions.shown", equalTo(Bundles.PORTIONS))
                .body("portions.protected", equalTo(false))
                .body(
                        "bundle.objects",
                        equalTo(Bundles.JSON.convertValue(
                                Bundles.registration("Mine").at("/bundle/objects"), List.class)));
        assertThat(AccessPeer.questions()).isEmpty();
        assertThat(Events.await(
                        "org.entente.catalog.view.served.v1", view.extract().path("decisionId")))
                .singleElement()
                .satisfies(event -> assertThat(event.has("partner")).isFalse());
    }

    static Stream<Arguments> strangers() {
        return Stream.of(
                Arguments.of(401, Callers.xbb().audience("access-service")),
                Arguments.of(403, Callers.home("xaa-liaison", "liaison-officer")),
                Arguments.of(403, Callers.home("xaa-auditor", "auditor")),
                Arguments.of(403, Callers.xbb().roles("originator")));
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void isForReadersOnly(int status, TestTokens token) {
        String asset = Callers.register(Bundles.registration("For readers"));

        as(token).body(DEFENCE).post("/catalog/assets/{id}/views", asset).then().statusCode(status);
        assertThat(AccessPeer.questions()).isEmpty();
    }

    private static Response view(RequestSpecification caller, String asset, String body) {
        return caller.body(body).post("/catalog/assets/{id}/views", asset);
    }
}
