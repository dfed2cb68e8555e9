package org.entente.access.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.access.Access.asEnforcementPoint;
import static org.entente.access.Access.asLiaison;
import static org.entente.access.Access.grantTerms;
import static org.entente.access.Access.inForce;
import static org.entente.access.Access.registeredPartner;
import static org.entente.access.Access.view;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Locale;
import org.entente.access.Access;
import org.entente.embedded.testing.EmbeddedServers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Grants to a unit or a person, and about assets or topics. The person is {@code analyst}, the asset {@code asset-1}. */
@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "database", value = "access"))
class BoundGrantResourceTest {

    private static String granted(String agreement, String bound) {
        return asLiaison()
                .body(grantTerms(agreement, 2).replaceFirst("\\{", "{" + bound + ", "))
                .post("/access/grants")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Response decided(String question) {
        return asEnforcementPoint().body(question).post("/access/v1/evaluation");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "\"person\": \"analyst\" | true",
                "\"person\": \"somebody\" | false",
                "\"unit\": \"CERT\" | true",
                "\"unit\": \"NAVY\" | false",
                "\"assets\": [\"asset-0\", \"asset-1\"] | true",
                "\"assets\": [\"asset-0\"] | false",
                "\"assets\": [\"asset-1\"], \"person\": \"somebody\" | false",
                "\"assets\": [\"asset-1\"], \"unit\": \"CERT\" | true"
            })
    void isForNobodyAndNothingElse(String bound, boolean permitted) {
        // given
        String partner = registeredPartner();
        granted(inForce(partner), bound);

        // when
        Response answer = decided(view(partner).replace("\"assurance\"", "\"unit\": \"CERT\", \"assurance\""));

        // then
        answer.then().statusCode(200).body("decision", equalTo(permitted));
        if (!permitted) {
            assertThat(answer.jsonPath().getList("context.reasons.code")).contains("no-grant");
        }
    }

    @Test
    void aTopicIsWhatItHoldsNow() {
        // given
        String partner = registeredPartner();
        String topic = "topic-" + partner.toLowerCase(Locale.ROOT);
        asLiaison()
                .body("{\"title\": \"t\", \"assets\": [\"asset-1\"]}")
                .put("/access/topics/" + topic)
                .then()
                .statusCode(200);
        granted(inForce(partner), "\"topics\": [\"" + topic + "\"]");
        decided(view(partner)).then().body("decision", equalTo(true));

        // when
        var emptied = asLiaison().body("{\"title\": \"t\", \"assets\": []}").put("/access/topics/" + topic);

        // then
        emptied.then().statusCode(200);
        decided(view(partner)).then().body("decision", equalTo(false));
    }

    @Test
    void aQuestionAboutEverythingNamesWhatItDoesNotDecide() {
        // given
        String partner = registeredPartner();
        granted(inForce(partner), "\"assets\": [\"asset-2\", \"asset-1\"]");
        String everything = Access.question(partner, "discover", "{\"purpose\": \"cyber-defence\"}");

        // when
        Response answer = decided(everything.replace("\"id\": \"asset-1\"", "\"id\": \"*\""));

        // then
        answer.then().body("decision", equalTo(false)).body("context.named", contains("asset-1", "asset-2"));
        decided(everything).then().body("decision", equalTo(true)).body("context.named", nullValue());
    }

    @Test
    void whatIsForAPersonHoldsForNobodyElse() {
        // given
        String partner = registeredPartner();
        granted(inForce(partner), "\"person\": \"analyst\"");

        // when
        Response answer = decided(Access.question(partner, "discover", "{\"purpose\": \"cyber-defence\"}"));

        // then
        answer.then().body("decision", equalTo(true)).body("context.validUntil", nullValue());
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "\"unit\": \"a\", \"person\": \"b\" | /person | 400",
                "\"assets\": [] | /assets | 400",
                "\"assets\": [\"\"] | /assets/0 | 400",
                "\"unit\": \" \" | /unit | 400",
                "\"topics\": [\"nobody-knows\"] | /topics | 422"
            })
    void whatMakesNoSenseIsNamed(String bound, String field, int status) {
        // given
        String terms = grantTerms(inForce(registeredPartner()), 2).replaceFirst("\\{", "{" + bound + ", ");

        // when
        var answer = asLiaison().body(terms).post("/access/grants");

        // then
        answer.then().statusCode(status).body("field", equalTo(field));
    }

    @Test
    void isNarrowedAtOnceAndNeverWidened() {
        // given
        String partner = registeredPartner();
        String grant = granted(inForce(partner), "\"unit\": \"CERT\"");
        String inUnit = view(partner).replace("\"assurance\"", "\"unit\": \"CERT\", \"assurance\"");

        // when
        var narrowed = asLiaison()
                .body("{\"to\": {\"assets\": [\"asset-7\"]}, \"reason\": \"Only that one is needed.\"}")
                .post("/access/grants/" + grant + "/narrowing");

        // then
        narrowed.then().statusCode(200).body("assets", contains("asset-7"));
        decided(inUnit).then().body("decision", equalTo(false));
        asLiaison()
                .body("{\"to\": {\"assets\": [\"asset-7\", \"asset-1\"]}, \"reason\": \"More.\"}")
                .post("/access/grants/" + grant + "/narrowing")
                .then()
                .statusCode(422)
                .body("field", equalTo("/assets"));
    }
}
