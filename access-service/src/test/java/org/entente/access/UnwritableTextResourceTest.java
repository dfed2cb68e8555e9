package org.entente.access;

import static org.entente.access.Access.asLiaison;
import static org.entente.access.Access.registeredPartner;
import static org.entente.access.Access.terms;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.entente.embedded.testing.EmbeddedServers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that no database can hold are the caller's fault and are told as such. */
@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "database", value = "access"))
class UnwritableTextResourceTest {

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\ud800"})
    void aNameIsRefused(String text) {
        // given
        String partner = Access.nation();

        // when
        Response answer = asLiaison().body("{\"name\": \"" + text + "\"}").put("/access/partners/" + partner);

        // then
        answer.then().statusCode(400).body("field", equalTo("/name"));
    }

    @Test
    void aTitleIsRefused() {
        // given
        String terms = terms(registeredPartner()).replace("Cyber defence", "Cyber\\u0000defence");

        // when
        Response answer = asLiaison().body(terms).post("/access/agreements");

        // then
        answer.then().statusCode(400).body("field", equalTo("/title"));
    }

    @Test
    void nothingHasSuchAnAddress() {
        // given
        var request = asLiaison().urlEncodingEnabled(false);

        // when
        Response answer = request.get("/access/partners/%00");

        // then
        answer.then().statusCode(404).contentType("application/problem+json");
    }
}
