package org.entente.suite.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.entente.suite.demo.Answer;
import org.entente.suite.layout.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(SuiteExtension.class)
class BadInputIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ASSETS = "/catalog/assets";
    private static final List<String> ASSET_TABLES =
            List.of("asset", "asset_version", "asset_label", "asset_key", "portion");
    private static final List<String> AGREEMENT_TABLES = List.of("agreement", "agreement_consent");

    private final PackagedSuite suite;

    BadInputIT(PackagedSuite suite) {
        this.suite = suite;
    }

    static Stream<Arguments> badRegistrations() {
        String good = registration("Good").toString();
        return Stream.of(
                Arguments.of("cut short", good.substring(0, good.length() - 20), 400, "/bundle"),
                Arguments.of("no bundle", with("/bundle", "type", "\"report\""), 400, "/bundle/type"),
                Arguments.of("no objects", with("/bundle", "objects", "[]"), 400, "/bundle/objects"),
                Arguments.of(
                        "no identifier", with("/bundle/objects/0", "id", "\"tool--1\""), 400, "/bundle/objects/0/id"),
                Arguments.of(
                        "STIX 2.0",
                        with("/bundle/objects/0", "spec_version", "\"2.0\""),
                        400,
                        "/bundle/objects/0/spec_version"),
                Arguments.of(
                        "unknown marking",
                        with(
                                "/bundle/objects/0",
                                "object_marking_refs",
                                "[\"marking-definition--8f1b6a0e-6c5c-4d0f-9d6e-2f0f6a1b2c3d\"]"),
                        400,
                        "/bundle/objects/0/object_marking_refs/0"),
                Arguments.of(
                        "unknown level",
                        with("/defaultLabel", "classification", "\"SECRETISH\""),
                        400,
                        "/defaultLabel/classification"),
                Arguments.of(
                        "unknown nation",
                        with("/defaultLabel", "releasableTo", "[\"XB\"]"),
                        400,
                        "/defaultLabel/releasableTo/0"),
                Arguments.of("unknown field", with("", "titel", "\"Harbour\""), 400, "/titel"),
                Arguments.of(
                        "too many objects",
                        with("/bundle", "objects", "[" + "{},".repeat(50_000) + "{}]"),
                        413,
                        "/bundle/objects"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badRegistrations")
    void aBadRegistrationIsToldByItsFieldAndStoresNothing(String what, String body, int status, String field)
            throws Exception {
        // given
        List<Long> before = rows(Part.CATALOG, ASSET_TABLES);

        // when
        Answer answer = suite.client().as("xaa-originator").send("POST", ASSETS, body);

        // then
        assertProblem(answer, status, field);
        assertThat(rows(Part.CATALOG, ASSET_TABLES)).isEqualTo(before);
    }

    @Test
    void anOversizedBundleIsRefusedAndStoresNothing() throws Exception {
        // given
        List<Long> before = rows(Part.CATALOG, ASSET_TABLES);
        String body = registration("Large")
                .put("purposeNote", "dark ".repeat(14_000_000))
                .toString();

        // when
        Answer answer = suite.client().as("xaa-originator").send("POST", ASSETS, body);

        // then
        assertProblem(answer, 413, "Content-Length");
        assertThat(rows(Part.CATALOG, ASSET_TABLES)).isEqualTo(before);
    }

    @Test
    void aRepeatedRegistrationIsAnsweredAsTheFirstAndStoresNothing() throws Exception {
        // given
        String key = UUID.randomUUID().toString();
        Answer first = suite.client().as("xaa-originator").post(ASSETS, registration("Once"), "Idempotency-Key", key);
        List<Long> before = rows(Part.CATALOG, ASSET_TABLES);

        // when
        Answer second = suite.client().as("xaa-originator").post(ASSETS, registration("Once"), "Idempotency-Key", key);

        // then
        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.json().path("id")).isEqualTo(first.json().path("id"));
        assertThat(rows(Part.CATALOG, ASSET_TABLES)).isEqualTo(before);
    }

    @Test
    void aKeyThatWasUsedForAnotherRegistrationIsRefused() throws Exception {
        // given
        String key = UUID.randomUUID().toString();
        suite.client()
                .as("xaa-originator")
                .post(ASSETS, registration("One"), "Idempotency-Key", key)
                .expect(201);
        List<Long> before = rows(Part.CATALOG, ASSET_TABLES);

        // when
        Answer answer =
                suite.client().as("xaa-originator").post(ASSETS, registration("Another"), "Idempotency-Key", key);

        // then
        assertProblem(answer, 422, "Idempotency-Key");
        assertThat(rows(Part.CATALOG, ASSET_TABLES)).isEqualTo(before);
    }

    @Test
    void anUnknownPurposeIsToldByItsField() {
        try (Situation situation = Situation.agreed(suite)) {
            // when
            Answer answer = situation
                    .acts()
                    .view("xbb-analyst", situation.asset().id(), "world-domination")
                    .answer();

            // then
            assertProblem(answer, 400, "/purpose");
            assertThat(answer.json().has("bundle")).isFalse();
        }
    }

    static Stream<Arguments> badAgreements() {
        return Stream.of(
                Arguments.of("ends before it starts", "until", "\"2020-01-01T00:00:00Z\"", "/until"),
                Arguments.of("unknown purpose", "purposes", "[\"world-domination\"]", "/purposes/0"),
                Arguments.of("unknown category", "categories", "[\"gossip\"]", "/categories/0"),
                Arguments.of("unknown level", "ceiling", "\"SECRETISH\"", "/ceiling"),
                Arguments.of("unknown partner", "partner", "\"XZZ\"", "/partner"),
                Arguments.of("a word for a number", "maxTier", "\"deep\"", "/maxTier"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badAgreements")
    void aBadAgreementIsToldByItsFieldAndStoresNothing(String what, String name, String value, String field)
            throws Exception {
        // given
        ObjectNode terms = (ObjectNode) JSON.readTree("""
                {"partner": "XBB", "title": "Bad", "purposes": ["cyber-defence"], "categories": ["shared-analysis"],
                 "ceiling": "SECRET", "actions": ["view"], "maxTier": 2,
                 "from": "2026-11-01T00:00:00Z", "until": "2027-11-01T00:00:00Z"}""");
        terms.set(name, JSON.readTree(value));
        List<Long> before = rows(Part.ACCESS, AGREEMENT_TABLES);

        // when
        Answer answer = suite.client().as("xaa-liaison").post("/access/agreements", terms);

        // then
        assertProblem(answer, 400, field);
        assertThat(rows(Part.ACCESS, AGREEMENT_TABLES)).isEqualTo(before);
    }

    @Test
    void aTokenForAnotherServiceIsToldByItsHeader() throws IOException {
        // given
        String token = suite.tokens().token("xaa-originator", Set.of("crisis-service"));

        // when
        Answer answer = suite.client().bearing(token).post(ASSETS, registration("Not for you"));

        // then
        assertProblem(answer, 401, "Authorization");
    }

    private static void assertProblem(Answer answer, int status, String field) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.headers().get("content-type")).first().asString().startsWith("application/problem+json");
        assertThat(answer.json().path("field").asText("(none)")).isEqualTo(field);
    }

    private static ObjectNode registration(String title) {
        try {
            return ((ObjectNode) JSON.readTree("""
                    {"defaultLabel": {"policy": "ALLIANCE", "classification": "RESTRICTED", "releasableTo": ["XBB"],
                                      "categories": ["situational-awareness"]},
                     "bundle": {"type": "bundle", "id": "bundle--6f0c1d9e-58c5-4a5e-8a0b-0b7f5d1c9e21", "objects": [
                       {"type": "ipv4-addr", "spec_version": "2.1",
                        "id": "ipv4-addr--0d9c6b1e-2f64-5b7b-9c5e-3a1f0e8d7c6b", "value": "192.0.2.10"}]}}""")).put("title", title);
        } catch (IOException exception) {
            throw new IllegalStateException(exception);
        }
    }

    /** A registration in which one member, of the object at the pointer, is another. */
    private static String with(String pointer, String name, String json) {
        try {
            ObjectNode registration = registration("Bad");
            ((ObjectNode) registration.at(pointer)).set(name, JSON.readTree(json));
            return registration.toString();
        } catch (IOException exception) {
            throw new IllegalStateException(exception);
        }
    }

    /** How many rows each table has. */
    private List<Long> rows(Part service, List<String> tables) throws SQLException, IOException {
        List<Long> counts = new ArrayList<>();
        try (var connection = suite.database(service);
                var statement = connection.createStatement()) {
            for (String table : tables) {
                try (ResultSet count = statement.executeQuery("select count(*) from " + table)) {
                    count.next();
                    counts.add(count.getLong(1));
                }
            }
        }
        return counts;
    }
}
