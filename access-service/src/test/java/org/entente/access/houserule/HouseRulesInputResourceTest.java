package org.entente.access.houserule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.access.Access.asPolicyAdministrator;
import static org.entente.access.Access.rows;
import static org.entente.access.houserule.Dossiers.name;
import static org.entente.access.houserule.Dossiers.rules;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.entente.embedded.testing.EmbeddedServers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "database", value = "access"))
class HouseRulesInputResourceTest {

    @ParameterizedTest(name = "{1} → {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "[\"T\"] | [\"T\", \"asset\"] | /resourceTypes/1",
                "[\"T\"] | [] | /resourceTypes",
                "[\"T\"] | [\"T\", \"T\"] | /resourceTypes/1",
                "[\"T\"] | [\"\"] | /resourceTypes/0",
                "\"permit\": \"true\" | \"permit\": \"subject.role\" | /rules/0/permit",
                "\"permit\": \"true\" | \"permit\": \"role == 'x'\" | /rules/0/permit",
                "\"permit\": \"true\" | \"forbid\": \"true\" | /rules/0/forbid",
                "\"name\": \"clerks-read\" | \"name\": \"Clerks read\" | /rules/0/name",
                "\"name\": \"T\" | \"name\": \"T!\" | /name",
                "\"id\": \"ben\" | \"id\": \"ann\" | /subjects/1",
                "\"id\": \"ben\" | \"id\": \"\" | /subjects/1/id",
                "{\"status\": \"open\"} | [] | /resources/0/properties",
                "{\"name\": \"read\"} | {\"name\": \"read\"}, {\"name\": \"read\"} | /actions/1",
                "{\"name\": \"read\"} | null | /actions/0"
            })
    void areRefusedIfTheyMakeNoSense(String part, String replacement, String field) {
        // given
        String name = name();
        String rules = rules(name, "true").replace(part.replace("T", name), replacement.replace("T", name));

        // when
        var answer = asPolicyAdministrator("xaa-policy").body(rules).post("/access/house-rules");

        // then
        answer.then().statusCode(400).contentType("application/problem+json").body("field", equalTo(field));
        assertThat(rows("select id from house_rule_set where name = ?", name)).isEmpty();
    }

    @Test
    void areRefusedIfASearchOverThemCouldCostTooMuch() {
        // given
        String name = name();
        String users = IntStream.range(0, 999)
                .mapToObj(number -> "{\"type\": \"user\", \"id\": \"u" + number + "\"}")
                .collect(Collectors.joining(", "));
        String costly = IntStream.range(0, 50)
                .mapToObj(number -> "{\"name\": \"r" + number + "\", \"permit\": \"subject.a.exists(x, x == 'a')\"}")
                .collect(Collectors.joining(", "));
        String rules = rules(name, "true")
                .replace("{\"type\": \"user\", \"id\": \"ben\"}", users)
                .replace("{\"name\": \"clerks-read\", \"permit\": \"true\"}", costly);

        // when
        var answer = asPolicyAdministrator("xaa-policy").body(rules).post("/access/house-rules");

        // then
        answer.then().statusCode(400).body("field", equalTo("/rules"));
    }
}
