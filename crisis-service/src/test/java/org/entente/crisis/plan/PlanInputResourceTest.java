package org.entente.crisis.plan;

import static org.entente.crisis.Crisis.authority;
import static org.entente.crisis.Crisis.indicator;
import static org.entente.crisis.Crisis.terms;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PlanInputResourceTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest(name = "{0} = {1} → {2}")
    @CsvSource(delimiter = '|', textBlock = """
        name        | null                      | /name
        name        | " "                       | /name
        name        | "a\\u0000b"               | /name
        name        | 7                         | /name
        partners    | null                      | /partners
        partners    | []                        | /partners
        partners    | ["XBB", "XBB"]            | /partners/1
        partners    | ["XBB", null]             | /partners/1
        partners    | ["XAA"]                   | /partners/0
        partners    | ["xbb"]                   | /partners/0
        partners    | ["TRIO"]                  | /partners/0
        partners    | "XBB"                     | /partners
        purposes    | null                      | /purposes
        purposes    | ["curiosity"]             | /purposes/0
        purposes    | ["cyber-defence", ""]     | /purposes/1
        categories  | []                        | /categories
        categories  | ["Shared Analysis"]       | /categories/0
        categories  | ["uncategorised"]         | /categories/0
        tier        | null                      | /tier
        tier        | -1                        | /tier
        tier        | 5                         | /tier
        tier        | "2"                       | /tier
        tier        | 1.5                       | /tier
        tier        | 1.0                       | /tier
        tier        | 4294967298                | /tier
        ceiling     | null                      | /ceiling
        ceiling     | "COSMIC"                  | /ceiling
        ceiling     | "secret"                  | /ceiling
        maxDuration | null                      | /maxDuration
        maxDuration | "PT0S"                    | /maxDuration
        maxDuration | "-PT1H"                   | /maxDuration
        maxDuration | "PT0.5S"                  | /maxDuration
        maxDuration | "P31D"                    | /maxDuration
        maxDuration | "an hour"                 | /maxDuration
        criterion   | null                      | /criterion
        criterion   | {}                        | /criterion/indicator
        criterion   | {"indicator": "ICS"}      | /criterion/indicator
        criterion   | {"indicator": "ics", "atLeast": 101, "within": "PT1H"} | /criterion/atLeast
        criterion   | {"indicator": "ics", "atLeast": 70, "within": "PT0S"}  | /criterion/within
        criterion   | {"indicator": "ics", "atLeast": 70, "within": "PT1H", "unless": 1} | /criterion/unless
        state       | "agreed"                  | /state
        criterion   | {"expression": "level('grid')"} | /criterion/expression
        criterion   | {"expression": "level(1) > 2"} | /criterion/expression
        criterion   | {"expression": "true"} | /criterion/expression
        criterion   | {"expression": "peak('grid', 'for long') > 1.0"} | /criterion/expression
        criterion   | {"expression": "level('grid') > 1.0", "atLeast": 1} | /criterion/atLeast
        criterion   | {"expression": "level('grid') > 1.0", "release": "level('grid') <"} | /criterion/release
        criterion   | {"expression": "level('grid') > 1.0", "hold": "P31D"} | /criterion/hold
        groups      | ["trio"]                  | /groups/0
        extensions  | 11                        | /extensions
        allowance   | {}                        | /allowance/atMost
        allowance   | {"atMost": "PT30M", "within": "P7D"} | /allowance/atMost
        allowance   | {"atMost": "PT4H"}        | /allowance/within
        allowance   | {"atMost": "PT4H", "within": "PT4H"} | /allowance/within
        allowance   | {"atMost": "PT4H", "within": "P367D"} | /allowance/within
        allowance   | {"atMost": "PT4H", "within": "P7D", "times": 2} | /allowance/times
        activators  | {"without": 1}            | /activators/without
        activators  | {"withCriterion": 4}      | /activators/withCriterion
        activators  | {"users": ["xaa-crisis"]} | /activators/users
        briefing    | " "                       | /briefing
        notifications | [{"who": "press", "what": "all", "within": "PT72H"}] | /notifications/0/who
        notifications | [{"who": "originators", "within": "PT72H"}] | /notifications/0/what
        notifications | [{"who": "originators", "what": "all", "within": "PT0S"}] | /notifications/0/within
        endsEarly   | {"when": "level('x')"}    | /endsEarly/when
        """)
    void namesTheFieldAtFault(String field, String value, String pointer) throws JsonProcessingException {
        ObjectNode terms = JSON.valueToTree(terms(indicator(), "XBB"));
        terms.set(field, JSON.readTree(value));

        authority()
                .body(terms.toString())
                .when()
                .post("/crisis/plans")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("field", equalTo(pointer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{", "{\"name\": \"a\", \"name\": \"b\"}"})
    void refusesWhatIsNoObject(String body) {
        authority()
                .body(body)
                .when()
                .post("/crisis/plans")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void refusesListsBeyondTheLimit() {
        List<String> categories =
                IntStream.range(0, 65).mapToObj(number -> "category-" + number).toList();
        ObjectNode terms = JSON.valueToTree(terms(indicator(), "XBB"));
        terms.set("categories", JSON.valueToTree(categories));

        authority()
                .body(terms.toString())
                .when()
                .post("/crisis/plans")
                .then()
                .statusCode(400)
                .body("field", equalTo("/categories"));
    }

    @Test
    void refusesABodyBeyondTheLimit() {
        authority()
                .body("{\"name\": \"" + "a".repeat(70_000) + "\"}")
                .when()
                .post("/crisis/plans")
                .then()
                .statusCode(413);
    }
}
