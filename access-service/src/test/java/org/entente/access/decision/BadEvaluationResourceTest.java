package org.entente.access.decision;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.access.Access.asEnforcementPoint;
import static org.entente.access.Access.granted;
import static org.entente.access.Access.inForce;
import static org.entente.access.Access.registeredPartner;
import static org.entente.access.Access.view;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.entente.embedded.testing.EmbeddedServers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no enforcement point should ever send: told clearly or denied, never a fault of ours and never a permit (G1). */
@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "database", value = "access"))
class BadEvaluationResourceTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static String partner = "";

    /** A partner whose plain question is permitted, so that a denial is due to what is bad about it. */
    @BeforeEach
    void permitThePlainQuestion() {
        if (partner.isEmpty()) {
            partner = registeredPartner();
            granted(inForce(partner), 2);
        }
    }

    @Test
    void thePlainQuestionIsPermitted() {
        // given
        String plain = view(partner);

        // when
        Response answer = evaluation(plain);

        // then
        answer.then().statusCode(200).body("decision", equalTo(true));
    }

    @ParameterizedTest(name = "{0} = {1} → {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /subject                                     | null            | /subject
            /subject                                     | []              | /subject
            /subject                                     | "person"        | /subject
            /subject                                     | {}              | /subject/type
            /subject/type                                | null            | /subject/type
            /subject/type                                | ""              | /subject/type
            /subject/type                                | 7               | /subject/type
            /subject/type                                | ["person"]      | /subject/type
            /subject/id                                  | null            | /subject/id
            /subject/id                                  | ""              | /subject/id
            /subject/id                                  | {}              | /subject/id
            /subject/id                                  | "\\u0000"       | /subject/id
            /subject/id                                  | "\\ud800"       | /subject/id
            /subject/id                                  | "\\udc00\\ud800" | /subject/id
            /subject/properties                          | []              | /subject/properties
            /subject/properties                          | "none"          | /subject/properties
            /subject/properties/partner                  | 7               | /subject/properties/partner
            /subject/properties/partner                  | ["XBB"]         | /subject/properties/partner
            /subject/properties/partner                  | "X\\u0000B"     | /subject/properties/partner
            /subject/properties/nationalities            | "XBB"           | /subject/properties/nationalities
            /subject/properties/nationalities            | [7]             | /subject/properties/nationalities/0
            /subject/properties/nationalities            | [null]          | /subject/properties/nationalities/0
            /subject/properties/clearances               | {}              | /subject/properties/clearances
            /subject/properties/clearances               | ["ALLIANCE:SECRET"] | /subject/properties/clearances/0
            /subject/properties/clearances               | [null]          | /subject/properties/clearances/0
            /subject/properties/clearances/0             | {}              | /subject/properties/clearances/0/policy
            /subject/properties/clearances/0             | {"policy": "ALLIANCE", "classification": "SECRET", "level": 5} | /subject/properties/clearances/0/level
            /subject/properties/clearances/0/classification | 3            | /subject/properties/clearances/0/classification
            /subject/properties/clearances/0/compartments | "ORION"        | /subject/properties/clearances/0/compartments
            /subject/properties/assurance                | "magic"         | /subject/properties/assurance
            /subject/properties/assurance                | 2               | /subject/properties/assurance
            /subject/properties/assurance                | ""              | /subject/properties/assurance
            /subject/properties/dataRoom                 | {}              | /subject/properties/dataRoom
            /subject/properties/address                  | 1               | /subject/properties/address
            /subject/properties/country                  | true            | /subject/properties/country
            /subject/properties/rank                     | "general"       | /subject/properties/rank
            /action                                      | null            | /action
            /action                                      | "view"          | /action
            /action/name                                 | null            | /action/name
            /action/name                                 | ""              | /action/name
            /action/name                                 | {"name": "view"} | /action/name
            /resource                                    | [{}]            | /resource
            /resource/type                               | false           | /resource/type
            /resource/id                                 | 7               | /resource/id
            /resource/properties                         | 7               | /resource/properties
            /resource/properties/originator              | ["XAA"]         | /resource/properties/originator
            /resource/properties/portions                | {}              | /resource/properties/portions
            /resource/properties/portions                | "p1"            | /resource/properties/portions
            /resource/properties/portions                | [null]          | /resource/properties/portions/0
            /resource/properties/portions                | ["p1"]          | /resource/properties/portions/0
            /resource/properties/portions/0              | {}              | /resource/properties/portions/0/id
            /resource/properties/portions/0/id           | 1               | /resource/properties/portions/0/id
            /resource/properties/portions/0/id           | "p2"            | /resource/properties/portions/1/id
            /resource/properties/portions/0/label        | 7               | /resource/properties/portions/0/label
            /resource/properties/portions/0/label        | ["l1"]          | /resource/properties/portions/0/label
            /resource/properties/portions/0/text         | "x"             | /resource/properties/portions/0/text
            /resource/properties/tearlines               | {}              | /resource/properties/tearlines
            /resource/properties/tearlines               | [{"id": "t"}, {"id": "t"}] | /resource/properties/tearlines/1/id
            /resource/properties/labels                  | []              | /resource/properties/labels
            /resource/properties/labels                  | "l1"            | /resource/properties/labels
            /resource/properties/labels/l1               | null            | /resource/properties/labels/l1
            /resource/properties/labels/l1               | []              | /resource/properties/labels/l1
            /resource/properties/labels/l1/policy        | "A\\u0000"      | /resource/properties/labels/l1/policy
            /resource/properties/title                   | "x"             | /resource/properties/title
            /context                                     | []              | /context
            /context                                     | "now"           | /context
            /context                                     | {}              | context.purpose
            /context/purpose                             | null            | context.purpose
            /context/purpose                             | "espionage"     | context.purpose
            /context/purpose                             | "Cyber-Defence" | context.purpose
            /context/purpose                             | ""              | context.purpose
            /context/purpose                             | 7               | /context/purpose
            /context/purpose                             | ["cyber-defence"] | /context/purpose
            /context/instant                             | "2020-01-01T00:00:00Z" | /context/instant
            /context/instant                             | "2999-01-01T00:00:00Z" | /context/instant
            /context/instant                             | "-999999999-01-01T00:00:00Z" | /context/instant
            /context/instant                             | "yesterday"     | /context/instant
            /context/instant                             | ""              | /context/instant
            /context/instant                             | 1795430400      | /context/instant
            /context/instant                             | 1e9             | /context/instant
            /context/instant                             | {}              | /context/instant
            /context/exercise                            | "true"          | /context/exercise
            /context/exercise                            | 1               | /context/exercise
            /context/urgent                              | true            | /context/urgent
            /future                                      | 1e400           | /future
            /future                                      | 123456789012345678901 | /future
            /future                                      | {"a\\u0000": 1} | /future/a\\u0000
            """)
    void isToldWhereItIsWrong(String pointer, String value, String field) throws JsonProcessingException {
        // given
        String request = with(pointer, value);

        // when
        Response answer = evaluation(request);

        // then
        answer.then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("field", equalTo(field.replace("\\u0000", "\0")));
    }

    @ParameterizedTest(name = "{0} = {1} → {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /subject/type                                | "robot"         | no-matching-rule
            /subject/type                                | "Person"        | no-matching-rule
            /action/name                                 | "delete"        | no-matching-rule
            /action/name                                 | "VIEW"          | no-matching-rule
            /resource/type                               | "record"        | no-matching-rule
            /subject/properties                          | null            | partner-unknown
            /subject/properties                          | {}              | partner-unknown
            /subject/properties/partner                  | null            | partner-unknown
            /subject/properties/partner                  | ""              | partner-unknown
            /subject/properties/partner                  | "*"             | partner-unknown
            /subject/properties/partner                  | "XAA"           | partner-unknown
            /subject/properties/partner                  | "XZZ' or '1'='1" | partner-unknown
            /subject/properties/clearances               | null            | classification-too-high
            /subject/properties/clearances               | []              | classification-too-high
            /subject/properties/clearances/0/policy      | "NOWHERE"       | classification-too-high
            /subject/properties/clearances/0/classification | "COSMIC"     | classification-too-high
            """)
    void isDeniedForThatReason(String pointer, String value, String code) throws JsonProcessingException {
        // given
        String request = with(pointer, value);

        // when
        Response answer = evaluation(request);

        // then
        answer.then().statusCode(200).body("decision", equalTo(false));
        assertThat(answer.jsonPath().getList("context.reasons.code", String.class))
                .contains(code);
    }

    @ParameterizedTest(name = "label = {0}")
    @ValueSource(
            strings = {
                "{}",
                "\"nowhere\"",
                "\"\"",
                "{\"policy\": \"ALLIANCE\"}",
                "{\"policy\": \"NOWHERE\", \"classification\": \"RESTRICTED\"}",
                "{\"policy\": \"ALLIANCE\", \"classification\": \"COSMIC\"}",
                "{\"policy\": \"ALLIANCE\", \"classification\": 1}",
                "{\"policy\": \"ALLIANCE\", \"classification\": \"RESTRICTED\", \"releasableTo\": [\"*\", \"XBB\"]}",
                "{\"policy\": \"ALLIANCE\", \"classification\": \"RESTRICTED\", \"releasableTo\": [\"NOGROUP\"]}",
                "{\"policy\": \"ALLIANCE\", \"classification\": \"RESTRICTED\", \"releasableTo\": \"*\"}",
                "{\"policy\": \"ALLIANCE\", \"classification\": \"RESTRICTED\", \"releasableTo\": [\"*\"]}",
                "{\"policy\": \"ALLIANCE\", \"classification\": \"RESTRICTED\", \"releasableTo\": [\"*\"],"
                        + " \"categories\": [\"uncategorised\"]}",
                "{\"policy\": \"ALLIANCE\", \"classification\": \"RESTRICTED\", \"releasableTo\": [\"*\"],"
                        + " \"categories\": [\"situational-awareness\"], \"caveat\": \"NONE\"}",
                "{\"policy\": \"ALLIANCE\", \"classification\": \"RESTRICTED\", \"releasableTo\": [\"*\"],"
                        + " \"categories\": [\"situational-awareness\"], \"tlp\": \"WHITE\"}",
                "{\"policy\": \"ALLIANCE\", \"classification\": \"RESTRICTED\", \"originators\": [\"XAA\"],"
                        + " \"releasableTo\": [\"*\"], \"categories\": [\"situational-awareness\"]}"
            })
    void aLabelThatMeansNothingDeniesItsPortionOnly(String label) throws JsonProcessingException {
        // given
        String request = with("/resource/properties/portions/0/label", label);

        // when
        Response answer = evaluation(request);

        // then
        answer.then()
                .statusCode(200)
                .body("context.view.portions", hasSize(1))
                .body("context.view.portions[0]", equalTo("p2"));
    }

    private static Response evaluation(String request) {
        return asEnforcementPoint().body(request.getBytes(UTF_8)).post("/access/v1/evaluation");
    }

    /** The plain question with the value put in that place. */
    private static String with(String pointer, String value) throws JsonProcessingException {
        ObjectNode request = (ObjectNode) JSON.readTree(view(partner));
        JsonPointer place = JsonPointer.compile(pointer);
        var parent = request.at(place.head());
        if (parent instanceof ObjectNode object) {
            object.put(place.last().getMatchingProperty(), "REPLACED");
        } else {
            ((ArrayNode) parent).set(place.last().getMatchingIndex(), "REPLACED");
        }
        return request.toString().replace("\"REPLACED\"", value);
    }
}
