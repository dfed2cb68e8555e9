package org.entente.access;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.entente.embedded.testing.EmbeddedServers;
import org.entente.embedded.testing.TestTokens;

/** The people around the service, and what they usually do. */
public final class Access {
    private static final AtomicInteger NATIONS = new AtomicInteger();

    private Access() {}

    /** A nation that no other test shares with, of this run of the service or of one before. */
    public static String nation() {
        String nation;
        do {
            nation = nation(NATIONS.getAndIncrement());
        } while (!rows("select code from partner where code = ?", nation).isEmpty());
        return nation;
    }

    /** User-assigned codes of ISO 3166-1: XBA to XZZ, then QMA to QZZ. */
    private static String nation(int number) {
        int others = number - 25 * 26;
        return others < 0
                ? "X" + (char) ('B' + number / 26) + (char) ('A' + number % 26)
                : "Q" + (char) ('M' + others / 26) + (char) ('A' + others % 26);
    }

    public static RequestSpecification as(TestTokens token) {
        return given().auth().oauth2(token.audience("access-service").sign()).contentType(ContentType.JSON);
    }

    public static RequestSpecification asLiaison() {
        return as(TestTokens.token("xaa-liaison").roles("liaison-officer").assurance("otp"));
    }

    public static RequestSpecification asOfficerOf(String nation) {
        return as(TestTokens.token(nation + "-officer")
                .partner(nation)
                .roles("liaison-officer")
                .assurance("otp"));
    }

    public static RequestSpecification asCrisisAuthority(String name) {
        return as(TestTokens.token(name).roles("crisis-authority"));
    }

    public static RequestSpecification asEnforcementPoint() {
        return as(TestTokens.token("enforcement-point").roles("policy-enforcement-point"));
    }

    public static RequestSpecification asPolicyAdministrator(String name) {
        return as(TestTokens.token(name).roles("policy-administrator"));
    }

    /** Proposes house rules and has them approved by another. */
    public static void houseRules(String rules) {
        String location = asPolicyAdministrator("xaa-policy")
                .body(rules)
                .post("/access/house-rules")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        asPolicyAdministrator("xaa-policy-2")
                .post(location + "/approval")
                .then()
                .statusCode(200);
    }

    public static String registeredPartner() {
        String nation = nation();
        asLiaison()
                .body("{\"name\": \"Republic of " + nation + "\"}")
                .put("/access/partners/" + nation)
                .then()
                .statusCode(201);
        return nation;
    }

    public static String terms(String partner) {
        return """
            {"partner": "%s", "title": "Cyber defence", "purposes": ["cyber-defence", "crisis-response"],
             "categories": ["situational-awareness", "shared-analysis"], "ceiling": "SECRET",
             "actions": ["discover", "view"], "maxTier": 2,
             "from": "2026-01-01T00:00:00Z", "until": "2099-01-01T00:00:00Z"}\
            """.formatted(partner);
    }

    public static String proposed(String terms) {
        return asLiaison()
                .body(terms)
                .post("/access/agreements")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static String inForce(String partner) {
        String agreement = proposed(terms(partner));
        asOfficerOf(partner)
                .post("/access/agreements/" + agreement + "/consents")
                .then()
                .statusCode(200);
        return agreement;
    }

    public static String grantTerms(String agreement, int tier) {
        return """
            {"agreement": "%s", "tier": %d, "categories": ["situational-awareness", "shared-analysis"],
             "purposes": ["cyber-defence"], "until": "2098-01-01T00:00:00Z"}\
            """.formatted(agreement, tier);
    }

    public static String granted(String agreement, int tier) {
        return asLiaison()
                .body(grantTerms(agreement, tier))
                .post("/access/grants")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** A question of a person of that nation about an asset with one shallow and one deeper portion. */
    public static String question(String nation, String action, String context) {
        return """
            {"subject": {"type": "person", "id": "analyst", "properties": {"partner": "%1$s", "nationalities": ["%1$s"],
               "clearances": [{"policy": "ALLIANCE", "classification": "SECRET"}], "assurance": "password"}},
             "action": {"name": "%2$s"},
             "resource": {"type": "asset", "id": "asset-1", "properties": {"originator": "XAA",
               "labels": {"l1": {"policy": "ALLIANCE", "classification": "RESTRICTED", "releasableTo": ["%1$s"],
                                 "categories": ["situational-awareness"]},
                          "l2": {"policy": "ALLIANCE", "classification": "RESTRICTED", "releasableTo": ["%1$s"],
                                 "categories": ["shared-analysis"]}},
               "portions": [{"id": "p1", "label": "l1"}, {"id": "p2", "label": "l2"}]}},
             "context": %3$s}\
            """.formatted(nation, action, context);
    }

    public static String view(String nation) {
        return question(nation, "view", "{\"purpose\": \"cyber-defence\"}");
    }

    /** What a query of the database answers, first column only. */
    public static List<String> rows(String query, Object... values) {
        try (Connection connection = EmbeddedServers.superuser("access");
                PreparedStatement statement = connection.prepareStatement(query)) {
            for (int index = 0; index < values.length; index++) {
                statement.setObject(index + 1, values[index]);
            }
            List<String> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(result.getString(1));
                }
            }
            return rows;
        } catch (SQLException exception) {
            throw new IllegalStateException(exception);
        }
    }

    /** The decisions that are on record about people of a nation, whether it may know of them or not. */
    public static List<String> decisionsAbout(String nation) {
        return rows("select id::text from decision where inputs like ?", "%\"partner\":\"" + nation + "\"%");
    }

    /** What policy has ever said of a nation. */
    public static List<String> policyAbout(String nation) {
        return rows(
                "select kind || ' ' || id || ' ' || epoch from policy_history where document like ? order by 1",
                "%\"" + nation + "\"%");
    }

    /** Changes the database behind the service's back, as another replica would. */
    public static void change(String... statements) {
        try (Connection connection = EmbeddedServers.superuser("access");
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String sql : statements) {
                statement.execute(sql);
            }
            connection.commit();
        } catch (SQLException exception) {
            throw new IllegalStateException(exception);
        }
    }
}
