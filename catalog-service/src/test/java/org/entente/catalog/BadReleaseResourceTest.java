package org.entente.catalog;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class BadReleaseResourceTest {
    private static final String ASSET = "0e3f2c2e-6f0e-4f0b-8d8e-6a2f8f0f6a10";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|/recipient",
                "{\"recipient\": {}}|/recipient/partner",
                "{\"recipient\": {\"partner\": \"XAA\"}}|/recipient/partner",
                "{\"recipient\": {\"partner\": \"XBB\"}}|/recipient/person",
                "{\"recipient\": {\"partner\": \"XBB\", \"person\": \"p\"}}|/recipient/name",
                "{\"recipient\": {\"partner\": \"XBB\", \"person\": \"p\", \"name\": \"n\"}}|/recipient/nationalities",
                "{\"recipient\": {\"partner\": \"XBB\", \"person\": \"p\", \"name\": \"n\", \"nationalities\": [\"x\"]}}|/recipient/nationalities/0",
                "{\"recipient\": {\"partner\": \"XBB\", \"person\": \"p\", \"name\": \"n\", \"nationalities\": [\"XBB\"]}}|/recipient/clearances",
                "{\"recipient\": {\"partner\": \"XBB\", \"person\": \"p\", \"name\": \"n\", \"nationalities\": [\"XBB\"], \"clearances\": [\"SECRET\"]}}|/recipient/clearances/0",
                "{\"recipient\": {\"partner\": \"XBB\", \"person\": \"p\", \"name\": \"n\", \"nationalities\": [\"XBB\"], \"clearances\": []}}|/purpose"
            })
    void namesTheFieldAnOfficerGotWrong(String body, String field) {
        Response release = Released.release(Callers.liaison(), ASSET, body);

        release.then().statusCode(400).body("field", equalTo(field));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|/purpose",
                "{\"purpose\": \"gossip\"}|/purpose",
                "{\"purpose\": \"cyber-defence\", \"recipient\": {\"partner\": \"XBB\"}}|/recipient"
            })
    void namesTheFieldAPartnerGotWrong(String body, String field) {
        Response release = Released.release(Callers.xbbAnalyst(), ASSET, body);

        release.then().statusCode(400).body("field", equalTo(field));
    }

    @Test
    void refusesALimitOutOfBounds() {
        Response list = Callers.xbbAnalyst().get("/catalog/releases?limit=1000");

        list.then().statusCode(400).body("field", equalTo("limit"));
    }
}
