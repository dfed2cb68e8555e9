package org.entente.access;

import static org.entente.access.Access.as;
import static org.entente.access.Access.asEnforcementPoint;
import static org.entente.access.Access.asLiaison;
import static org.entente.access.Access.asOfficerOf;
import static org.entente.access.Access.asPolicyAdministrator;
import static org.entente.access.Access.proposed;
import static org.entente.access.Access.terms;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.entente.embedded.testing.TestTokens;

/** What others than the parties to an agreement have to say, and questions that depend on it. */
public final class Trusted {
    /** In half a year. */
    public static final Instant LATER = Instant.now().plus(180, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);

    private Trusted() {}

    public static RequestSpecification asOriginator() {
        return as(TestTokens.token("xaa-originator").roles("originator"));
    }

    /** Somebody without any role. */
    public static RequestSpecification asPerson(String name) {
        return as(TestTokens.token(name));
    }

    public static RequestSpecification asPersonOf(String nation, String name) {
        return as(TestTokens.token(name).partner(nation));
    }

    /** Proposes something that needs a second person, and has it confirmed; the path of it. */
    public static String countersigned(String path, String body) {
        String location = asLiaison()
                .body(body)
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        asPolicyAdministrator("xaa-policy")
                .post(location + "/confirmation")
                .then()
                .statusCode(200);
        return location;
    }

    /** A partner who may view, hand over and discover what is shared, sensitive or protected, as far as others let it. */
    public static void provided(String partner) {
        String agreement = proposed(terms(partner)
                .replace("\"shared-analysis\"]", "\"shared-analysis\", \"sensitive\", \"product-design\"]")
                .replace("\"view\"]", "\"view\", \"release\"]")
                .replace("\"maxTier\": 2", "\"maxTier\": 4"));
        asOfficerOf(partner)
                .post("/access/agreements/" + agreement + "/consents")
                .then()
                .statusCode(200);
        asLiaison()
                .body(Access.grantTerms(agreement, 4)
                        .replace("\"shared-analysis\"]", "\"shared-analysis\", \"sensitive\", \"product-design\"]"))
                .post("/access/grants")
                .then()
                .statusCode(201);
    }

    /** A person's question about one portion whose label says this besides; single quotes for double ones. */
    public static String question(String nation, String person, String asset, String action, String label) {
        return """
            {'subject': {'type': 'person', 'id': '%2$s', 'properties': {'partner': '%1$s', 'nationalities': ['%1$s'],
               'clearances': [{'policy': 'ALLIANCE', 'classification': 'SECRET'}], 'assurance': 'password'}},
             'action': {'name': '%4$s'},
             'resource': {'type': 'asset', 'id': '%3$s', 'properties': {'originator': 'XAA',
               'portions': [{'id': 'p1', 'label': {'policy': 'ALLIANCE', 'classification': 'RESTRICTED',
                 'releasableTo': ['%1$s'], 'categories': ['situational-awareness'], %5$s}}]}},
             'context': {'purpose': 'cyber-defence'}}""".formatted(nation, person, asset, action, label).replace('\'', '"');
    }

    public static ValidatableResponse decided(String question) {
        return asEnforcementPoint()
                .body(question)
                .post("/access/v1/evaluation")
                .then()
                .statusCode(200);
    }
}
