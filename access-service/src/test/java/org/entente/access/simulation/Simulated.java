package org.entente.access.simulation;

import static org.entente.access.Access.as;
import static org.entente.access.Access.asEnforcementPoint;
import static org.entente.access.Access.asLiaison;

import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import org.entente.access.Crises;
import org.entente.embedded.testing.TestTokens;

/** Simulations in tests: asked for, waited for. */
final class Simulated {
    private Simulated() {}

    static RequestSpecification asCrisisAuthority() {
        return as(TestTokens.token("xaa-crisis").roles("crisis-authority"));
    }

    static RequestSpecification asLiaisonWithLines() {
        String type = "application/x-ndjson";
        EncoderConfig encoding = EncoderConfig.encoderConfig().encodeContentTypeAs(type, ContentType.TEXT);
        return asLiaison().config(RestAssured.config().encoderConfig(encoding)).contentType(type);
    }

    static JsonPath done(String supposition) {
        String id = asLiaison()
                .body(supposition)
                .post("/access/simulations")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return ended(id);
    }

    /** The simulation when it runs no more. */
    static JsonPath ended(String id) {
        Crises.eventually(() -> !"running".equals(get(id).getString("state")));
        return get(id);
    }

    static JsonPath get(String id) {
        return asLiaison()
                .get("/access/simulations/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    static JsonPath changes(String id) {
        return asLiaison()
                .get("/access/simulations/" + id + "/changes?limit=200")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    static String decided(String question) {
        return asEnforcementPoint()
                .body(question)
                .post("/access/v1/evaluation")
                .then()
                .statusCode(200)
                .extract()
                .path("context.decisionId");
    }
}
