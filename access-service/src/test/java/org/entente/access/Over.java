package org.entente.access;

import static org.entente.access.Access.asEnforcementPoint;
import static org.entente.access.Access.asOfficerOf;
import static org.entente.access.Access.asPolicyAdministrator;
import static org.entente.access.Access.granted;
import static org.entente.access.Access.inForce;
import static org.entente.access.Access.view;
import static org.entente.access.Desks.asAnalystOf;
import static org.entente.access.Desks.asLiaison;
import static org.entente.access.Desks.routes;
import static org.entente.access.Trusted.LATER;
import static org.entente.access.Trusted.asOriginator;
import static org.entente.access.Trusted.asPersonOf;
import static org.entente.access.Trusted.countersigned;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.entente.embedded.testing.TestTokens;
import org.jose4j.jwk.PublicJsonWebKey;

/** One of everything that can be acted on, about one partner, and each of them over: where it stands by its path. */
final class Over {
    static final String REASON = "{\"reason\": \"Over.\"}";

    private final String partner;
    private final Map<String, String> paths = new LinkedHashMap<>();

    private Over(String partner) {
        this.partner = partner;
    }

    /** From the template of a path to the path of the one that is over. */
    static Map<String, String> everything(String partner) throws Exception {
        Over over = new Over(partner);
        routes("PT2H");
        over.crises();
        over.requests();
        over.messages();
        over.consents();
        over.countersignedActs();
        over.rules();
        over.absencesAndWhatIsNotThere();
        over.agreementsGrantsAndReviews();
        over.partners();
        return over.paths;
    }

    private void agreementsGrantsAndReviews() {
        String agreement = inForce(partner);
        String grant = granted(agreement, 2);
        String decision = asEnforcementPoint()
                .body(view(partner))
                .post("/access/v1/evaluation")
                .path("context.decisionId");
        String review = made(
                asLiaison("reviewer"),
                "/access/reviews",
                "{\"partner\": \"" + partner + "\", \"title\": \"t\", \"within\": \"P7D\"}");
        done(asLiaison("reviewer")
                .body("{\"verdict\": \"keep\", \"reason\": \"Used.\"}")
                .put(review + "/decisions/" + grant));
        done(asLiaison("reviewer").post(review + "/closing"));
        done(Access.asLiaison().body(REASON).post("/access/grants/" + grant + "/withdrawal"));
        done(Access.asLiaison().body(REASON).post("/access/agreements/" + agreement + "/end"));
        paths.put("/access/agreements/{id}", "/access/agreements/" + agreement);
        paths.put("/access/agreement-drafts/{id}", "/access/agreement-drafts/" + agreement);
        paths.put("/access/grants/{id}", "/access/grants/" + grant);
        paths.put("/access/reviews/{id}", review);
        paths.put("/access/decisions/{id}", "/access/decisions/" + decision);
        paths.put("{grant}", grant);
    }

    private void requests() {
        String request = made(
                asAnalystOf(partner),
                "/access/requests",
                "{\"tier\": 1, \"categories\": [\"situational-awareness\"], \"purposes\": [\"cyber-defence\"],"
                        + " \"until\": \"2090-01-01T00:00:00Z\", \"why\": \"w\"}");
        done(asAnalystOf(partner).post(request + "/withdrawal"));
        paths.put("/access/requests/{id}", request);
    }

    private void messages() {
        String message = made(
                asLiaison("officer"),
                "/access/messages",
                "{\"partner\": \"" + partner + "\", \"about\": \"refused\", \"title\": \"t\", \"text\": \"why\"}");
        done(asLiaison("officer").body("{\"agencies\": [\"XAA-NAVY\"]}").post(message + "/coordination"));
        done(asLiaison("sailor")
                .body("{\"agency\": \"XAA-NAVY\", \"agrees\": true}")
                .post(message + "/checks"));
        done(asLiaison("colleague").post(message + "/approval"));
        done(asLiaison("officer").post(message + "/sending"));
        done(asAnalystOf(partner).post(message + "/acknowledgement"));
        paths.put("/access/messages/{id}", message);
    }

    private void consents() {
        String consent = made(Access.asLiaison(), "/access/consents", """
            {"giver": {"kind": "originator", "code": "XAA"}, "recipient": "%s", "purpose": "cyber-defence",
             "actions": ["view"], "material": {"asset": "asset-1"}, "justification": "Same aircraft.",
             "until": "%s"}""".formatted(partner, LATER));
        done(asOriginator().body("{\"until\": \"" + LATER + "\"}").post(consent + "/giving"));
        done(asOriginator().body(REASON).post(consent + "/withdrawal"));
        paths.put("/access/consents/{id}", consent);
    }

    private void countersignedActs() {
        String representative =
                countersigned("/access/representatives", """
            {"owner": "XAA-%s", "person": "%s", "name": "Counsel", "nation": "XAA", "evidence": "Letter 7", "until": "%s"}\
            """.formatted(partner, TestTokens.subject("counsel"), LATER));
        String licence = countersigned("/access/licences", """
            {"authority": "Federal export office", "reference": "EXP-1", "recipient": "%1$s", "regime": "EU",
             "codes": ["5A002"], "nationalities": ["%1$s"], "purposes": ["cyber-defence"], "actions": ["view"],
             "from": "2026-01-01T00:00:00Z", "until": "%2$s"}""".formatted(partner, LATER));
        String authority = countersigned(
                "/access/training/authorities", """
            {"partner": "%s", "name": "Academy", "courses": ["responsible-use"], "officers": ["%s"],
             "evidence": "Letter 7", "until": "%s"}""".formatted(partner, TestTokens.subject("trainer"), LATER));
        String sheet = made(asPersonOf(partner, "trainer"), "/access/attestations", """
            {"authority": "%s", "course": "responsible-use", "attended": "%s", "until": "%s",
             "persons": [{"sub": "one", "name": "A. A."}]}""".formatted(
                        last(authority), Instant.now().minusSeconds(3600), LATER));
        done(asPersonOf(partner, "trainer").body(REASON).post(sheet + "/revocation"));
        for (String act : new String[] {representative, licence, authority}) {
            done(Access.asLiaison().body(REASON).post(act + "/withdrawal"));
        }
        paths.put("/access/representatives/{id}", representative);
        paths.put("/access/licences/{id}", licence);
        paths.put("/access/training/authorities/{id}", authority);
        paths.put("/access/attestations/{sheet}", sheet);
    }

    /** Those that are only replaced are still there. */
    private void rules() {
        String name = "over-" + partner.toLowerCase(Locale.ROOT);
        String rules = made(asPolicyAdministrator("xaa-policy"), "/access/house-rules", """
            {"name": "%1$s", "resourceTypes": ["%1$s"], "subjects": [], "resources": [], "actions": [{"name": "read"}],
             "rules": [{"name": "nobody", "permit": "false"}]}""".formatted(name));
        done(asPolicyAdministrator("xaa-policy").body(REASON).post(rules + "/withdrawal"));
        String topic = "/access/topics/" + name;
        done(Access.asLiaison().body("{\"title\": \"t\", \"assets\": []}").put(topic));
        String schedule = "/access/review-schedules/" + name;
        done(asPolicyAdministrator("xaa-policy")
                .body("{\"partner\": \"" + partner + "\", \"title\": \"t\", \"every\": \"P182D\"}")
                .put(schedule));
        paths.put("/access/house-rules/{name}/versions/{version}", rules);
        paths.put("/access/topics/{name}", topic);
        paths.put("/access/review-schedules/{name}", schedule);
        paths.put("/access/routing/versions/{version}", "/access/routing/versions/1");
    }

    private void crises() {
        String plan = UUID.randomUUID().toString();
        Crises.offered(plan, 1, partner);
        String path = "/access/plans/" + plan;
        String given = made(asOriginator(), path + "/pre-consents", "{\"asset\": \"asset-1\"}");
        done(asOriginator().body(REASON).post(given + "/withdrawal"));
        done(Access.asLiaison().body(REASON).post(path + "/withdrawal"));
        paths.put("/access/plans/{plan}/pre-consents/{id}", given);
        paths.put("/access/plans/{plan}", path);
        paths.put("/access/plans/{id}", path);
    }

    private void absencesAndWhatIsNotThere() {
        String absence = made(asLiaison("officer"), "/access/absences", """
            {"delegate": "colleague", "from": "2020-01-01T00:00:00Z", "until": "2090-01-01T00:00:00Z"}""");
        done(asLiaison("officer").post(absence + "/end"));
        paths.put("/access/absences/{id}", absence);
        paths.put("/access/simulations/{id}", "/access/simulations/" + UUID.randomUUID());
        paths.put("/access/disclosures/{id}", "/access/disclosures/" + UUID.randomUUID());
    }

    private void partners() throws Exception {
        String path = "/access/partners/" + partner;
        String contact = made(
                Access.asLiaison(),
                path + "/contacts",
                "{\"purpose\": \"p\", \"name\": \"n\", \"channel\": \"telephone\", \"address\": \"1\"}");
        Access.asLiaison().delete(contact).then().statusCode(204);
        String counterpart = made(Access.asLiaison(), path + "/counterparts", """
            {"name": "B. B.", "office": "o", "account": "a", "identityProvider": "i", "verifiedUntil": "%s"}\
            """.formatted(LATER));
        done(Access.asLiaison().post(counterpart + "/dismissal"));
        String key = made(asOfficerOf(partner), path + "/keys", """
            {"officer": "o", "jwk": %s}""".formatted(
                        PublicJsonWebKey.Factory.newPublicJwk(KeyPairGenerator.getInstance("Ed25519")
                                        .generateKeyPair()
                                        .getPublic())
                                .toJson()));
        done(Access.asLiaison().post(key + "/revocation"));
        done(Access.asLiaison()
                .body("{\"posture\": \"watch\", \"reason\": \"r\"}")
                .post(path + "/posture"));
        String cause = Access.asLiaison().get(path + "/posture").path("causes[0].id");
        String restoration = made(
                Access.asLiaison(),
                path + "/restorations",
                "{\"causes\": [\"" + cause + "\"], \"reason\": \"Checked.\"}");
        done(Access.asLiaison().post(restoration + "/withdrawal"));
        paths.put(
                "/access/partners/{code}/compromise-reports/{id}",
                made(asOfficerOf(partner), path + "/compromise-reports", "{}"));
        paths.put("/access/partners/{code}/contacts/{id}", contact);
        paths.put("/access/partners/{code}/counterparts/{id}", counterpart);
        paths.put("/access/partners/{code}/keys/{kid}", key);
        paths.put("/access/partners/{code}/restorations/{id}", restoration);
        paths.put("/access/partners/{code}", path);
    }

    private static String made(RequestSpecification by, String path, String body) {
        return by.body(body).post(path).then().statusCode(201).extract().header("Location");
    }

    private static void done(Response answer) {
        answer.then().statusCode(200);
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
