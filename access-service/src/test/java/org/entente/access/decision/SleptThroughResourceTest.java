package org.entente.access.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.access.Access.asEnforcementPoint;
import static org.entente.access.Access.asLiaison;
import static org.entente.access.Access.change;
import static org.entente.access.Access.granted;
import static org.entente.access.Access.inForce;
import static org.entente.access.Access.registeredPartner;
import static org.entente.access.Access.rows;
import static org.entente.access.Access.view;
import static org.entente.access.Desks.asAnalystOf;
import static org.entente.access.Desks.routes;
import static org.entente.access.Desks.until;
import static org.entente.access.Trusted.LATER;
import static org.entente.access.Trusted.countersigned;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.entente.embedded.testing.EmbeddedServers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Times that passed while nobody was there. What was to end has ended when the service looks again, without any of its
 * clocks having run; what was to be told is told once, when one of them does.
 */
@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "database", value = "access"))
class SleptThroughResourceTest {

    /** As if all times of a thing had been years ago; another replica has compiled nothing of it yet. */
    private static void slept(String table, String from, String to, String where) {
        change(
                "update " + table + " set terms = replace(terms, '" + from + "', '" + to + "') where " + where,
                "select advance_policy_epoch()");
    }

    private static ValidatableResponse decided(String partner) {
        return asEnforcementPoint()
                .body(view(partner))
                .post("/access/v1/evaluation")
                .then();
    }

    @ParameterizedTest
    @CsvSource({
        "partner_grant, 2098-01-01, 2020-01-01, grant-expired",
        "agreement, 2099-01-01, 2026-01-02, agreement-not-in-force"
    })
    void whatEndedMeanwhilePermitsNothing(String table, String from, String to, String code) {
        // given
        String partner = registeredPartner();
        granted(inForce(partner), 2);
        decided(partner).body("decision", equalTo(true));

        // when
        slept(table, from, to, "partner = '" + partner + "'");

        // then
        decided(partner).body("decision", equalTo(false)).body("context.reasons.code", hasItem(code));
    }

    @Test
    void aGrantWhoseReviewWasDueMeanwhileIsDead() {
        // given
        String partner = registeredPartner();
        String agreement = inForce(partner);
        granted(agreement, 2);
        decided(partner).body("decision", equalTo(true));

        // when
        slept(
                "partner_grant",
                "\"until\"",
                "\"reviewDue\":\"2020-01-01T00:00:00Z\",\"until\"",
                "agreement = '" + agreement + "'");

        // then
        decided(partner).body("decision", equalTo(false)).body("context.reasons.code", hasItem("review-overdue"));
    }

    @Test
    void aRequestThatWasLateMeanwhileIsTheSuperiorsAndToldOnce() {
        // given
        routes("PT2H");
        String partner = registeredPartner();
        String request = asAnalystOf(partner)
                .body("{\"tier\": 1, \"categories\": [\"situational-awareness\"], \"purposes\": [\"cyber-defence\"],"
                        + " \"until\": \"2090-01-01T00:00:00Z\", \"why\": \"w\"}")
                .post("/access/requests")
                .path("id");

        // when
        change("update access_request set late_at = now() - interval '40 days', document = regexp_replace(document,"
                + " '\"due\":\"[^\"]*\"', '\"due\":\"2020-01-01T00:00:00Z\"') where id = '" + request + "'");

        // then
        asLiaison().get("/access/requests/" + request).then().body("home.late", equalTo(true));
        until(() -> asLiaison().get("/access/requests/" + request).path("home.escalatedAt") != null);
        assertThat(rows("select late_at::text from access_request where id::text = ?", request))
                .containsOnlyNulls();
    }

    /** What ends by the clock and by nothing else, with the table where its end stands. */
    enum Ending {
        CONSENT("consent") {
            @Override
            String begun(String partner) {
                return made("/access/consents", """
                    {"giver": {"kind": "originator", "code": "XAA"}, "recipient": "%s", "purpose": "cyber-defence",
                     "actions": ["view"], "material": {"asset": "asset-1"}, "justification": "j", "until": "%s"}\
                    """.formatted(partner, LATER));
            }
        },
        REPRESENTATIVE("representative") {
            @Override
            String begun(String partner) {
                return countersigned("/access/representatives", """
                    {"owner": "XAA-%s", "nation": "XAA", "person": "p", "name": "Counsel", "evidence": "Mandate 14",
                     "until": "%s"}""".formatted(partner, LATER));
            }
        },
        LICENCE("export_licence") {
            @Override
            String begun(String partner) {
                return countersigned("/access/licences", """
                    {"authority": "Office", "reference": "EXP-1", "recipient": "%1$s", "regime": "EU",
                     "codes": ["5A002"], "nationalities": ["%1$s"], "purposes": ["cyber-defence"], "actions": ["view"],
                     "from": "2026-01-01T00:00:00Z", "until": "%2$s"}""".formatted(partner, LATER));
            }
        },
        AUTHORITY("training_authority") {
            @Override
            String begun(String partner) {
                return countersigned("/access/training/authorities", """
                    {"partner": "%s", "name": "Academy", "courses": ["responsible-use"], "officers": ["o"],
                     "evidence": "Letter 7", "until": "%s"}""".formatted(partner, LATER));
            }
        },
        RESTORATION("restoration") {
            @Override
            String begun(String partner) {
                String posture = "/access/partners/" + partner + "/posture";
                asLiaison().body("{\"posture\": \"watch\", \"reason\": \"r\"}").post(posture);
                return made(
                        "/access/partners/" + partner + "/restorations",
                        "{\"causes\": [\"" + asLiaison().get(posture).path("causes[0].id")
                                + "\"], \"reason\": \"Checked.\"}");
            }
        };

        private final String table;

        Ending(String table) {
            this.table = table;
        }

        /** Where it is read. */
        abstract String begun(String partner);

        private static String made(String path, String body) {
            return asLiaison()
                    .body(body)
                    .post(path)
                    .then()
                    .statusCode(201)
                    .extract()
                    .header("Location");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatEndedMeanwhileIsExpired(Ending ending) {
        // given
        String path = ending.begun(registeredPartner());

        // when
        change("update " + ending.table + " set valid_until = '2026-01-01T00:00:01Z' where id = '"
                + path.substring(path.lastIndexOf('/') + 1) + "'");

        // then
        asLiaison().get(path).then().statusCode(200).body("state", equalTo("expired"));
    }

    @Test
    void anAssessmentThatLapsedMeanwhileWeighs() {
        // given
        String partner = registeredPartner();
        String path = "/access/partners/" + partner;
        asLiaison()
                .body("{\"kind\": \"third-party\", \"level\": \"low\", \"assessor\": \"Agency\", \"validUntil\": \""
                        + LATER + "\"}")
                .post(path + "/assessments")
                .then()
                .statusCode(201);

        // when
        change(
                "update posture_cause set valid_from = '2020-01-01T00:00:00Z' where partner = '" + partner + "'",
                "select advance_policy_epoch()");

        // then
        asLiaison().get(path + "/posture").then().body("posture", equalTo("watch"));
        decided(partner).statusCode(200);
        until(() ->
                rows("select announced from partner where code = ?", partner).contains("WATCH"));
    }

    @Test
    void aCampaignThatWasDueMeanwhileIsRemindedOfAndEscalated() {
        // given
        String partner = registeredPartner();
        granted(inForce(partner), 2);
        String campaign = asLiaison()
                .body("{\"partner\": \"" + partner + "\", \"title\": \"t\", \"within\": \"P7D\"}")
                .post("/access/reviews")
                .path("id");

        // when
        change(
                "update review_campaign set remind_at = '2020-01-01T00:00:00Z', due_at = '2020-01-02T00:00:00Z' where id = '"
                        + campaign + "'");

        // then
        until(() -> rows("select id from review_campaign where id::text = ? and escalated_at is not null", campaign)
                        .size()
                == 1);
        until(() -> rows("select remind_at from review_campaign where id::text = ? and remind_at is null", campaign)
                        .size()
                == 1);
    }
}
