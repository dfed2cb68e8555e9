package org.entente.catalog;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import org.entente.embedded.testing.TestTokens;

/** The people and applications that call the catalog. */
final class Callers {
    private Callers() {}

    static RequestSpecification originator() {
        return as(home("xaa-originator", "originator"));
    }

    /** Another originator, for what two persons have to do. */
    static RequestSpecification secondOriginator() {
        return as(home("xaa-originator-2", "originator"));
    }

    static RequestSpecification secondPolicyAdministrator() {
        return as(home("xaa-policy-2", "policy-administrator"));
    }

    static RequestSpecification liaison() {
        return as(home("xaa-liaison", "liaison-officer"));
    }

    static RequestSpecification policyAdministrator() {
        return as(home("xaa-policy", "policy-administrator"));
    }

    static RequestSpecification xbbAnalyst() {
        return as(xbb());
    }

    static RequestSpecification xccAnalyst() {
        return as(xcc());
    }

    static TestTokens home(String name, String role) {
        return TestTokens.token(name).roles(role).audience("catalog-service");
    }

    static TestTokens xbb() {
        return partner("xbb-analyst", "XBB").clearances("ALLIANCE:SECRET", "nonsense");
    }

    static TestTokens xcc() {
        return partner("xcc-analyst", "XCC").clearances("ALLIANCE:CONFIDENTIAL");
    }

    static TestTokens partner(String name, String nation) {
        return home(name, "partner-analyst").partner(nation).nationalities(nation);
    }

    static RequestSpecification as(TestTokens token) {
        return given().auth().oauth2(token.sign()).contentType(ContentType.JSON);
    }

    /** Registers and returns the identifier of the asset. */
    static String register(Object registration) {
        return originator()
                .body(registration.toString())
                .post("/catalog/assets")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
