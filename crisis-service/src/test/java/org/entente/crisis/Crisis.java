package org.entente.crisis;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.entente.embedded.testing.TestTokens;
import org.entente.events.CanonicalJson;

/** The people of the tests, and what they commonly do beforehand. */
public final class Crisis {
    private Crisis() {}

    public static RequestSpecification authority() {
        return with(home("xaa-crisis").roles("crisis-authority"));
    }

    public static RequestSpecification secondAuthority() {
        return with(home("xaa-deputy").roles("crisis-authority"));
    }

    public static RequestSpecification agency() {
        return with(home("agency-app").roles("originator"));
    }

    public static RequestSpecification officer(String nation) {
        return with(partner("officer", nation).roles("liaison-officer"));
    }

    public static RequestSpecification analyst(String nation) {
        return with(partner("analyst", nation).roles("partner-analyst"));
    }

    public static TestTokens home(String name) {
        return TestTokens.token(name).audience("crisis-service");
    }

    public static TestTokens partner(String name, String nation) {
        return TestTokens.token(name + "-" + nation).audience("crisis-service").partner(nation);
    }

    public static RequestSpecification with(TestTokens token) {
        return given().contentType(ContentType.JSON).header("Authorization", "Bearer " + token.sign());
    }

    /** An indicator that no other test uses. */
    public static String indicator() {
        return "indicator-" + UUID.randomUUID();
    }

    /** A valid plan, to be changed by the test. */
    public static Map<String, Object> terms(String indicator, String... partners) {
        return new TreeMap<>(Map.of(
                "name",
                "Intrusions into power grids",
                "partners",
                List.of(partners),
                "purposes",
                List.of("cyber-defence"),
                "categories",
                List.of("situational-awareness", "shared-analysis"),
                "tier",
                2,
                "ceiling",
                "SECRET",
                "maxDuration",
                "PT1H",
                "criterion",
                Map.of("indicator", indicator, "atLeast", 70, "within", "PT1H")));
    }

    public static String proposedPlan(String indicator, String... partners) {
        return authority()
                .body(terms(indicator, partners))
                .post("/crisis/plans")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** A plan that, as access-service tells, all its parties have consented to. */
    public static String agreedPlan(String indicator, String... partners) {
        String plan = proposedPlan(indicator, partners);
        agree(plan, 1, partners);
        return plan;
    }

    /** Tells as access-service would that all parties have consented to a version, and waits until it is known. */
    public static void agree(String plan, int version, String... partners) {
        Stream.concat(Stream.of("XAA"), Stream.of(partners))
                .forEach(party -> Told.access("plan.consent-given", plan, """
                    {"plan": "%s", "version": %d, "party": "%s", "officer": "officer-%3$s@%3$s", "signature": "a.b.c",
                     "at": "2026-11-23T10:00:00Z"}\
                    """.formatted(plan, version, party)));
        Told.access("plan.in-force", plan, """
            {"plan": "%s", "version": %d, "sha256": "%s"}\
            """.formatted(plan, version, digest(plan, version)));
        Told.eventually(() -> {
            JsonPath read = authority().get("/crisis/plans/{id}", plan).jsonPath();
            return "agreed".equals(read.getString("state")) && read.getInt("version") == version;
        });
    }

    /** Of the document that the parties sign. */
    public static String digest(String plan, int version) {
        String document = authority()
                .get("/crisis/plans/{id}/versions/{version}", plan, version)
                .asString();
        try {
            ObjectMapper json = new ObjectMapper();
            return CanonicalJson.sha256(json, json.readTree(document));
        } catch (JsonProcessingException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    public static void signal(String indicator, int value) {
        agency().body(Map.of("indicator", indicator, "value", value, "source", "grid sensors"))
                .post("/crisis/signals")
                .then()
                .statusCode(201);
    }

    public static Map<String, Object> activation(String plan, String duration) {
        return new TreeMap<>(Map.of("plan", plan, "duration", duration, "reason", "Intrusion under way"));
    }

    /** Asks for an activation of half an hour, in force or waiting as the signals say. */
    public static JsonPath activate(String plan) {
        return authority()
                .body(activation(plan, "PT30M"))
                .post("/crisis/activations")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }
}
