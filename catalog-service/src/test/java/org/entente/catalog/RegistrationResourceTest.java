package org.entente.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.catalog.Callers.as;
import static org.entente.catalog.Callers.originator;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.entente.embedded.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class RegistrationResourceTest {

    @Test
    void makesPortionsWithTheirLabels() {
        ValidatableResponse registered = register(Bundles.registration("Sluice").toString());

        registered
                .statusCode(201)
                .header("Location", matchesPattern(".*/catalog/assets/[0-9a-f-]{36}"))
                .body("version", equalTo(1))
                .body("title", equalTo("Sluice"))
                .body("originator", equalTo("XAA"))
                .body("portions", equalTo(Bundles.PORTIONS))
                .body("portionsByLabel.count.sum()", equalTo(Bundles.PORTIONS))
                .body("banner.classification", equalTo("SECRET"))
                .body("banner.originators", equalTo(List.of("XAA")))
                .body("banner.releasableTo", equalTo(List.of("XAA")))
                .body("banner.tlp", equalTo("GREEN"))
                .body("sha256", matchesPattern("[0-9a-f]{64}"));
    }

    @Test
    void tellsTheOtherServices() {
        String id = Callers.register(Bundles.registration("Told"));

        List<JsonNode> events = Events.await("org.entente.catalog.asset.registered.v1", id);

        assertThat(events).hasSize(1);
        JsonNode event = events.get(0);
        assertThat(event.path("actor").asText()).isEqualTo("xaa-originator@XAA");
        assertThat(event.has("partner")).isFalse();
        assertThat(event.at("/data/title").asText()).isEqualTo("Told");
        assertThat(event.at("/data/portions").asInt()).isEqualTo(Bundles.PORTIONS);
    }

    @Test
    void storesNothingInTheClear() {
        Callers.register(Bundles.registration("Unreadable " + Bundles.SECRET_WORDS));

        String found = Database.find(
                "select count(*) from portion p, asset_version v where position('watched'::bytea in p.content) > 0"
                        + " or position('watched'::bytea in v.title) > 0"
                        + " or position('utilities'::bytea in v.purpose_note) > 0");

        assertThat(found).isEqualTo("0");
    }

    @Test
    void takesAsManyObjectsAsAllowed() {
        register(Bundles.many("Many", 2_000).toString()).statusCode(201).body("portions", equalTo(2_000));
    }

    @Test
    void givesARepetitionTheFirstAnswer() {
        String key = UUID.randomUUID().toString();
        String body = Bundles.registration("Once").toString();
        String first = keyed(key, body).statusCode(201).extract().path("id");
        String before = Database.rows();

        ValidatableResponse again = keyed(key, body);

        again.statusCode(201).header("Location", startsWith("http")).body("id", equalTo(first));
        assertThat(Database.rows()).isEqualTo(before);
    }

    @Test
    void refusesAnotherRequestUnderTheSameKey() {
        String key = UUID.randomUUID().toString();
        keyed(key, Bundles.registration("First").toString()).statusCode(201);

        ValidatableResponse other = keyed(key, Bundles.registration("Second").toString());

        other.statusCode(422).body("field", equalTo("Idempotency-Key"));
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                bad(400, "", "{"),
                bad(400, "", ""),
                bad(400, "", "null"),
                bad(400, "", "[]"),
                bad(400, "", "{\"title\": \"a\", \"title\": \"b\"}"),
                bad(400, "/colour", "{\"colour\": \"blue\"}"),
                bad(400, "/title", Bundles.registration("").toString()),
                bad(400, "/title", Bundles.registration("x".repeat(301)).toString()),
                bad(400, "/title", without("title")),
                bad(400, "/title", with("title", "7")),
                bad(400, "/bundle", without("bundle")),
                bad(400, "/defaultLabel", without("defaultLabel")),
                bad(400, "/bundle", with("bundle", "[]")),
                bad(400, "/bundle/type", with("bundle", "{\"type\": \"campaign\"}")),
                bad(400, "/bundle/objects", with("bundle", bundle(""))),
                bad(400, "/bundle/objects/0/id", with("bundle", bundle("{\"type\": \"tool\", \"id\": \"tool\"}"))),
                bad(
                        400,
                        "/bundle/objects/0/object_marking_refs/0",
                        with("bundle", bundle(addressMarked("marking-definition--00000000-0000-4000-8000-000000000000")))),
                bad(400, "/defaultLabel/classification", with("defaultLabel", label("COSMIC", "[\"XBB\"]"))),
                bad(400, "/defaultLabel/releasableTo/0", with("defaultLabel", label("SECRET", "[\"NOWHERE\"]"))),
                bad(400, "/defaultLabel/releasableTo/1", with("defaultLabel", label("SECRET", "[\"XBB\", \"*\"]"))),
                bad(400, "/defaultLabel/colour", with("defaultLabel", "{\"colour\": 1}")),
                bad(400, "/labelsByType/a~1b", with("labelsByType", "{\"a/b\": null}")),
                bad(
                        400,
                        "/labelsByType/tool/classification",
                        with("labelsByType", "{\"tool\": " + label("COSMIC", "[]") + "}")),
                bad(413, "/bundle/objects", Bundles.many("Too many", 2_001).toString()),
                bad(413, "", with("bundle", "[".repeat(100) + "]".repeat(100))));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void namesTheFieldAndStoresNothing(int status, String field, String body) {
        String before = Database.rows();

        ValidatableResponse refused = keyed(UUID.randomUUID().toString(), body);

        refused.statusCode(status).contentType("application/problem+json").body("field", equalTo(field));
        assertThat(Database.rows()).isEqualTo(before);
    }

    @Test
    void refusesABodyThatSaysItIsTooLarge() throws IOException {
        String answer = announce(40_000_000);

        assertThat(answer).startsWith("HTTP/1.1 413").contains("application/problem+json");
    }

    static Stream<Arguments> strangers() {
        return Stream.of(
                Arguments.of(401, Callers.home("xaa-originator", "originator").audience("access-service")),
                Arguments.of(401, Callers.home("xaa-originator", "originator").issuer("https://elsewhere.example")),
                Arguments.of(
                        401,
                        Callers.home("xaa-originator", "originator").expired(Duration.ofHours(2))),
                Arguments.of(403, Callers.home("xaa-liaison", "liaison-officer")),
                Arguments.of(403, Callers.home("xbb-originator", "originator").partner("XBB")),
                Arguments.of(403, Callers.xbb()));
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void isForHomeOriginatorsOnly(int status, TestTokens token) {
        as(token)
                .body(Bundles.registration("Not mine").toString())
                .post("/catalog/assets")
                .then()
                .statusCode(status);
    }

    @Test
    void mayNotChangeWhatItWrote() {
        String privileges = Database.find(
                """
                select string_agg(distinct privilege_type, ' ' order by privilege_type)
                from information_schema.role_table_grants where grantee = 'catalog_service' and table_name in
                ('label', 'asset', 'asset_key', 'asset_version', 'asset_label', 'portion', 'marking_policy')""");

        assertThat(privileges).isEqualTo("INSERT SELECT");
    }

    private static ValidatableResponse register(String body) {
        return originator().body(body).post("/catalog/assets").then();
    }

    private static ValidatableResponse keyed(String key, String body) {
        return originator()
                .header("Idempotency-Key", key)
                .body(body)
                .post("/catalog/assets")
                .then();
    }

    private static Arguments bad(int status, String field, String body) {
        return Arguments.of(status, field, body);
    }

    private static String without(String field) {
        ObjectNode registration = Bundles.registration("Incomplete");
        registration.remove(field);
        return registration.toString();
    }

    private static String with(String field, String value) {
        ObjectNode registration = Bundles.registration("Wrong");
        registration.set(field, Bundles.read(value));
        return registration.toString();
    }

    private static String bundle(String objects) {
        return "{\"type\": \"bundle\", \"id\": \"bundle--3e1a0c3e-6a0e-4d0e-9b1c-0d8f6f1f7a10\", \"objects\": ["
                + objects + "]}";
    }

    private static String addressMarked(String marking) {
        return "{\"type\": \"ipv4-addr\", \"spec_version\": \"2.1\", \"value\": \"192.0.2.1\","
                + " \"id\": \"ipv4-addr--28bb3599-77cd-5a82-a950-b5bcfa9f5b9e\", \"object_marking_refs\": [\"" + marking
                + "\"]}";
    }

    private static String label(String classification, String releasableTo) {
        return "{\"policy\": \"ALLIANCE\", \"classification\": \"" + classification + "\", \"releasableTo\": "
                + releasableTo + "}";
    }

    /** Sends the head of a request only: the size it states is enough to refuse it. */
    private static String announce(int length) throws IOException {
        URI service = URI.create(RestAssured.baseURI + ":" + RestAssured.port);
        String token = Callers.home("xaa-originator", "originator").sign();
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            String head = "POST /catalog/assets HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + "Authorization: Bearer " + token + "\r\nContent-Length: " + length
                    + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            byte[] answer = socket.getInputStream().readNBytes(400);
            return new String(answer, StandardCharsets.UTF_8);
        }
    }
}
