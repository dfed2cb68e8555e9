package org.entente.access.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.access.Access.as;
import static org.entente.access.Access.asLiaison;
import static org.entente.access.Access.asOfficerOf;
import static org.entente.access.Access.asPolicyAdministrator;
import static org.entente.access.Access.granted;
import static org.entente.access.Access.proposed;
import static org.entente.access.Access.registeredPartner;
import static org.entente.access.Access.rows;
import static org.entente.access.Access.terms;
import static org.entente.access.Trusted.LATER;
import static org.entente.access.Trusted.asPerson;
import static org.entente.access.Trusted.asPersonOf;
import static org.entente.access.Trusted.countersigned;
import static org.entente.access.Trusted.decided;
import static org.entente.access.Trusted.question;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.UUID;
import org.entente.access.Crises;
import org.entente.access.Topics;
import org.entente.embedded.testing.EmbeddedServers;
import org.entente.embedded.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "database", value = "access"))
class TrainingResourceTest {
    private static final String REASON = "{\"reason\": \"They sold the certificates.\"}";
    private static final String COURSE = "responsible-use";

    /** A partner under an agreement that demands responsible use. */
    private static String demanding() {
        String partner = registeredPartner();
        String agreement = proposed(terms(partner)
                .replace("\"maxTier\"", "\"demands\": {\"training\": [\"" + COURSE + "\"]}, \"maxTier\""));
        asOfficerOf(partner)
                .post("/access/agreements/" + agreement + "/consents")
                .then()
                .statusCode(200);
        granted(agreement, 2);
        return partner;
    }

    private static String authority(String partner, String officer) {
        return countersigned(
                "/access/training/authorities", """
            {"partner": "%s", "name": "Academy", "courses": ["%s"], "officers": ["%s"], "evidence": "Letter 7",
             "until": "%s"}""".formatted(partner, COURSE, TestTokens.subject(officer), LATER));
    }

    private static String sheet(String authority, String person) {
        return """
            {"authority": "%s", "course": "%s", "attended": "%s", "until": "%s", "persons": [{"sub": "%s", "name": "A. A."}]}""".formatted(
                        authority.substring(authority.lastIndexOf('/') + 1),
                        COURSE,
                        Instant.now().minusSeconds(3600),
                        LATER,
                        person);
    }

    private static String view(String partner, String person) {
        return question(partner, person, "asset-1", "view", "'tlp': 'AMBER'");
    }

    private static void isOpen(String partner, String person, boolean isOpen) {
        decided(view(partner, person)).body("decision", equalTo(isOpen));
    }

    @Test
    void opensToWhomARecognisedAuthorityAttestsIt() {
        // given
        String partner = demanding();
        String authority = authority(partner, "trainer-" + partner);
        decided(view(partner, "one")).body("context.reasons.code", contains("training-lapsed"));

        // when
        String location = asPersonOf(partner, "trainer-" + partner)
                .body(sheet(authority, "one"))
                .post("/access/attestations")
                .then()
                .statusCode(201)
                .body("persons[0].sub", equalTo("one"))
                .extract()
                .header("Location");

        // then
        isOpen(partner, "one", true);
        isOpen(partner, "two", false);
        String event = Topics.received("entente.access", "org.entente.access.attestation.issued.v1");
        assertThat(event).doesNotContain("A. A.");
        asPersonOf(partner, "trainer-" + partner).get(location).then().statusCode(200);
        asOfficerOf(partner).get(location).then().statusCode(404);
        as(TestTokens.token("xaa-auditor").roles("auditor"))
                .get(location)
                .then()
                .statusCode(200);
    }

    @Test
    void aPersonSeesTheirOwn() {
        // given
        String partner = demanding();
        String authority = authority(partner, "trainer-" + partner);
        String person = "analyst-" + partner;
        asPersonOf(partner, "trainer-" + partner)
                .body(sheet(authority, TestTokens.subject(person)))
                .post("/access/attestations")
                .then()
                .statusCode(201);

        // when
        var own = asPersonOf(partner, person).get("/access/training/mine");

        // then
        own.then()
                .statusCode(200)
                .body("attestations", hasSize(1))
                .body("attestations[0].course", equalTo(COURSE))
                .body("attestations[0].persons", hasSize(1));
        asPersonOf("XBB", person).get("/access/training/mine").then().body("attestations", hasSize(0));
    }

    @Test
    void anAuthorityAttestsOnlyWhatItIsRecognisedFor() {
        // given
        String partner = registeredPartner();
        String authority = authority(partner, "trainer-" + partner);
        String sheet = sheet(authority, "one");

        // when
        var byAnother = asPersonOf(partner, "somebody").body(sheet).post("/access/attestations");

        // then
        byAnother.then().statusCode(400).body("field", equalTo("/authority"));
        asPersonOf("XBB", "trainer-" + partner)
                .body(sheet)
                .post("/access/attestations")
                .then()
                .statusCode(400)
                .body("field", equalTo("/authority"));
        asPersonOf(partner, "trainer-" + partner)
                .body(sheet.replace(COURSE, "insider-threat"))
                .post("/access/attestations")
                .then()
                .statusCode(400)
                .body("field", equalTo("/course"));
    }

    @Test
    void anAuthorityIsNotRecognisedByOnePerson() {
        // given
        String partner = registeredPartner();
        String location = asPolicyAdministrator("xaa-policy")
                .body("""
                    {"partner": "%s", "name": "Academy", "courses": ["%s"], "officers": ["%s"], "evidence": "Letter 7",
                     "until": "%s"}""".formatted(partner, COURSE, TestTokens.subject("trainer"), LATER))
                .post("/access/training/authorities")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");

        // when
        var answer = asPolicyAdministrator("xaa-policy").post(location + "/confirmation");

        // then
        answer.then().statusCode(403);
        asPersonOf(partner, "trainer")
                .body(sheet(location, "one"))
                .post("/access/attestations")
                .then()
                .statusCode(422);
        asOfficerOf("XBB").get(location).then().statusCode(404);
    }

    @Test
    void isClosedBeforeTheRevocationIsAnswered() {
        // given
        String partner = demanding();
        String authority = authority(partner, "trainer-" + partner);
        String location = asPersonOf(partner, "trainer-" + partner)
                .body(sheet(authority, "one").replace("[{", "[{\"sub\": \"two\"}, {"))
                .post("/access/attestations")
                .header("Location");
        isOpen(partner, "one", true);

        // when
        var answer = asPolicyAdministrator("xaa-policy")
                .body("{\"persons\": [\"one\"], \"reason\": \"Did not attend.\"}")
                .post(location + "/revocation");

        // then
        answer.then().statusCode(200).body("persons", hasSize(0));
        isOpen(partner, "one", false);
        isOpen(partner, "two", true);
        asPersonOf(partner, "trainer-" + partner)
                .body("{\"persons\": [\"one\"], \"reason\": \"Again.\"}")
                .post(location + "/revocation")
                .then()
                .statusCode(409);
        asPerson("somebody").body(REASON).post(location + "/revocation").then().statusCode(404);
    }

    @Test
    void whatAnAuthorityAttestedFallsWithIt() {
        // given
        String partner = demanding();
        String authority = authority(partner, "trainer-" + partner);
        asPersonOf(partner, "trainer-" + partner)
                .body(sheet(authority, "one"))
                .post("/access/attestations")
                .then()
                .statusCode(201);
        isOpen(partner, "one", true);

        // when
        asLiaison().body(REASON).post(authority + "/withdrawal").then().statusCode(200);

        // then
        isOpen(partner, "one", false);
    }

    @Test
    void whoCompletesAnExerciseIsTrained() {
        // given
        String partner = demanding();
        String exercise = UUID.randomUUID().toString();

        // when
        Topics.send("entente.crisis", exercise, """
            {"specversion": "1.0", "id": "%1$s", "source": "/crisis",
             "type": "org.entente.crisis.exercise.completed.v1", "subject": "%1$s", "time": "2026-11-01T00:00:00Z",
             "exercise": true, "data": {"exercise": "%1$s", "course": "responsible-use", "validUntil": "%2$s",
               "persons": [{"sub": "one", "partner": "%3$s"}, {"sub": "one", "partner": "QQQ"}]}}""".formatted(exercise, LATER, partner));

        // then
        Crises.eventually(() -> !rows("select id::text from attestation_sheet where exercise = ?", exercise)
                .isEmpty());
        isOpen(partner, "one", true);
        isOpen(partner, "two", false);
    }

    @Test
    void theCoursesArePublished() {
        // given
        var somebody = asPersonOf("XBB", "somebody");

        // when
        var published = somebody.get("/access/training");

        // then
        published
                .then()
                .statusCode(200)
                .body("courses", hasItem(COURSE))
                .body("tiers.4", hasItem("insider-threat"))
                .body("tiers.keySet()", not(hasItem("3")));
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "\"sub\": \"one\" | \"sub\": \"\" | /persons/0/sub",
                "[{ | [{\"sub\": \"one\"}, { | /persons/1/sub",
                "\"until\": \"2 | \"until\": \"1 | /until",
                "\"until\": \"2 | \"until\": \"9 | /until",
                "\"attended\": \"2 | \"attended\": \"3 | /attended"
            })
    void isRefusedNamingTheField(String part, String replacement, String field) {
        // given
        String partner = registeredPartner();
        String body = sheet(authority(partner, "trainer"), "one").replace(part, replacement);

        // when
        var answer = asPersonOf(partner, "trainer").body(body).post("/access/attestations");

        // then
        answer.then().statusCode(400).body("field", equalTo(field));
    }
}
