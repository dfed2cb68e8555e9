package org.entente.access.houserule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.access.Access.as;
import static org.entente.access.Access.asLiaison;
import static org.entente.access.Access.asPolicyAdministrator;
import static org.entente.access.Access.change;
import static org.entente.access.Access.houseRules;
import static org.entente.access.Access.nation;
import static org.entente.access.Access.rows;
import static org.entente.access.houserule.Dossiers.CLERK_READS;
import static org.entente.access.houserule.Dossiers.decided;
import static org.entente.access.houserule.Dossiers.name;
import static org.entente.access.houserule.Dossiers.proposed;
import static org.entente.access.houserule.Dossiers.question;
import static org.entente.access.houserule.Dossiers.rules;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.entente.embedded.testing.EmbeddedServers;
import org.entente.embedded.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "database", value = "access"))
class HouseRulesResourceTest {
    @Test
    void areInForceOnceAnotherAdministratorApproves() {
        // given
        String name = name();
        String location = proposed(rules(name, CLERK_READS));

        // when
        var answer = asPolicyAdministrator("xaa-policy-2").post(location + "/approval");

        // then
        answer.then()
                .statusCode(200)
                .body("state", equalTo("in-force"))
                .body("version", equalTo(1))
                .body("proposedBy", equalTo("xaa-policy"))
                .body("approvedBy", equalTo("xaa-policy-2"))
                .body("rules.rules.name", contains("clerks-read"));
        decided(question("ann", name)).body("decision", equalTo(true));
        decided(question("ben", name)).body("decision", equalTo(false));
    }

    @Test
    void doNotCountWhileTheyAreOnlyProposed() {
        // given
        String name = name();
        proposed(rules(name, "true"));

        // when
        var answer = decided(question("ann", name));

        // then
        answer.body("decision", equalTo(false)).body("context.reasons.code", contains("no-matching-rule"));
    }

    @Test
    void areNotApprovedByWhoeverProposedThem() {
        // given
        String name = name();
        String location = proposed(rules(name, "true"));

        // when
        var answer = asPolicyAdministrator("xaa-policy").post(location + "/approval");

        // then
        answer.then().statusCode(403);
        decided(question("ann", name)).body("decision", equalTo(false));
    }

    @Test
    void areNotApprovedByTheSamePersonUnderAnotherName() {
        // given
        String location = proposed(rules(name(), "true"));
        TestTokens renamed = TestTokens.token("xaa-policy")
                .claim("preferred_username", "xaa-policy-2")
                .roles("policy-administrator");

        // when
        var answer = as(renamed).post(location + "/approval");

        // then
        answer.then().statusCode(403);
    }

    @Test
    void areNotApprovedTwice() {
        // given
        String location = proposed(rules(name(), CLERK_READS));
        asPolicyAdministrator("xaa-policy-2")
                .post(location + "/approval")
                .then()
                .statusCode(200);

        // when
        var answer = asPolicyAdministrator("xaa-policy-3").post(location + "/approval");

        // then
        answer.then().statusCode(409);
    }

    @Test
    void giveWayToANewerVersion() {
        // given
        String name = name();
        houseRules(rules(name, CLERK_READS));

        // when
        houseRules(rules(name, "subject.id == 'ben'"));

        // then
        decided(question("ann", name)).body("decision", equalTo(false));
        decided(question("ben", name))
                .body("decision", equalTo(true))
                .body(
                        "context.explanation.home.permitted[0].clauses",
                        contains("house rules " + name + " v2, rule clerks-read"));
        asPolicyAdministrator("xaa-policy")
                .get("/access/house-rules/" + name + "/versions/1")
                .then()
                .body("state", equalTo("superseded"));
    }

    @Test
    void doNotTakeThePlaceOfANewerVersion() {
        // given
        String name = name();
        String older = proposed(rules(name, "true"));
        houseRules(rules(name, CLERK_READS));

        // when
        var answer = asPolicyAdministrator("xaa-policy-2").post(older + "/approval");

        // then
        answer.then().statusCode(409);
        decided(question("ben", name)).body("decision", equalTo(false));
    }

    @Test
    void doNotGovernATypeThatAnotherSetGoverns() {
        // given
        String name = name();
        houseRules(rules(name, CLERK_READS));
        String location = proposed(rules(name(), "true").replaceFirst("\\[\"dossier-\\d+\"]", "[\"" + name + "\"]"));

        // when
        var answer = asPolicyAdministrator("xaa-policy-2").post(location + "/approval");

        // then
        answer.then().statusCode(409).body("field", equalTo("/resourceTypes"));
        decided(question("ben", name)).body("decision", equalTo(false));
    }

    @Test
    void permitNothingOnceWithdrawn() {
        // given
        String name = name();
        houseRules(rules(name, CLERK_READS));

        // when
        var answer = asPolicyAdministrator("xaa-policy")
                .body("{\"reason\": \"The archive has moved.\"}")
                .post("/access/house-rules/" + name + "/versions/1/withdrawal");

        // then
        answer.then().statusCode(200).body("state", equalTo("withdrawn"));
        decided(question("ann", name)).body("decision", equalTo(false));
    }

    @Test
    void areDecidedUponOnRecord() {
        // given
        String name = name();
        houseRules(rules(name, CLERK_READS));

        // when
        String decision = decided(question("ann", name)).extract().path("context.decisionId");

        // then
        assertThat(rows("select decision from decision where id = ?", UUID.fromString(decision)))
                .containsExactly("t");
        assertThat(rows("select inputs from decision where id = ?", UUID.fromString(decision))
                        .get(0))
                .contains("\"id\":\"ann\"", "\"instant\":");
        as(TestTokens.token("xaa-auditor").roles("auditor"))
                .get("/access/decisions/" + decision)
                .then()
                .statusCode(200)
                .body(
                        "context.explanation.home.permitted[0].clauses",
                        contains("house rules " + name + " v1, rule clerks-read"));
    }

    @ParameterizedTest(name = "{0} → {2}")
    @CsvSource({
        "ann, '{}', true",
        "ann, '{\"role\": \"guest\"}', false",
        "ben, '{\"role\": \"clerk\"}', true",
        "stranger, '{}', false",
        "ann, '{\"role\": {\"role\": \"clerk\"}}', false"
    })
    void readWhatIsStatedBeforeWhatTheyKnow(String subject, String properties, boolean expected) {
        // given
        String name = name();
        houseRules(rules(name, CLERK_READS));
        String question = question(subject, name)
                .replace("\"id\": \"" + subject + "\"", "\"id\": \"" + subject + "\", \"properties\": " + properties);

        // when
        var answer = decided(question);

        // then
        answer.body("decision", equalTo(expected));
    }

    @Test
    void denyARequestThatSaysMoreThanRulesMayRead() {
        // given
        String name = name();
        houseRules(rules(name, "true"));
        String question = question("ann", name)
                .replace("\"id\": \"ann\"", "\"id\": \"ann\", \"properties\": {\"x\": \"" + "a".repeat(2000) + "\"}");

        // when
        var answer = decided(question);

        // then
        answer.body("decision", equalTo(false));
    }

    @Test
    void neverGovernAnAsset() {
        // given
        String name = name();
        houseRules(rules(name, "true"));
        change(
                "update house_rule_set set document = replace(document, '[\"" + name + "\"]', '[\"asset\",\"" + name
                        + "\"]') where name = '" + name + "'",
                "select advance_policy_epoch()");

        // when
        var answer = decided(question("ann", "asset"));

        // then
        answer.body("decision", equalTo(false)).body("context.reasons.code", contains("no-matching-rule"));
        decided(question("ann", name)).body("decision", equalTo(true));
        change(
                "update house_rule_set set state = 'WITHDRAWN' where name = '" + name + "'",
                "select advance_policy_epoch()");
    }

    @Test
    void areProposedByPolicyAdministratorsOfTheHomeSideOnly() {
        // given
        String rules = rules(name(), "true");
        TestTokens partners =
                TestTokens.token("administrator").partner(nation()).roles("policy-administrator");

        // when
        var answer = as(partners).body(rules).post("/access/house-rules");

        // then
        answer.then().statusCode(403);
        asLiaison().body(rules).post("/access/house-rules").then().statusCode(403);
    }

    @Test
    void areApprovedByPolicyAdministratorsOnly() {
        // given
        String location = proposed(rules(name(), "true"));

        // when
        var answer = asLiaison().post(location + "/approval");

        // then
        answer.then().statusCode(403);
    }

    @Test
    void areListedPageByPage() {
        // given
        houseRules(rules(name(), CLERK_READS));
        houseRules(rules(name(), CLERK_READS));

        // when
        var answer = asPolicyAdministrator("xaa-policy").get("/access/house-rules?limit=1");

        // then
        String next = answer.then()
                .statusCode(200)
                .body("sets", hasSize(1))
                .body("next", notNullValue())
                .extract()
                .path("next");
        asPolicyAdministrator("xaa-policy")
                .get("/access/house-rules?limit=100&cursor=" + next)
                .then()
                .body("sets.state", hasItem("in-force"));
    }

    @Test
    void neverChangeInTheDatabaseWhatWasProposed() {
        // given
        String query =
                "select column_name from information_schema.column_privileges where table_name = 'house_rule_set'"
                        + " and grantee = 'access_service' and privilege_type = 'UPDATE' order by 1";

        // when
        var columns = rows(query);

        // then
        assertThat(columns).containsExactly("approved_at", "approver", "lock_version", "state");
    }

    @Test
    void versionsOfThePastAreStillThereForAReplay() {
        // given
        String name = name();
        houseRules(rules(name, "action.name == 'read' && context.level > 1.5"));
        String question = """
            {"subject": {"type": "user", "id": "ann"}, "action": {"name": "read"},
             "resource": {"type": "%s", "id": "d1"}, "context": {"level": 2.0}}""".formatted(name);
        String before =
                decided(question).body("decision", equalTo(true)).extract().path("context.decisionId");

        // when
        houseRules(rules(name, "false"));

        // then
        String after =
                decided(question).body("decision", equalTo(false)).extract().path("context.decisionId");
        for (String decision : List.of(before, after)) {
            asLiaison()
                    .post("/access/decisions/" + decision + "/replay")
                    .then()
                    .body("differences", empty())
                    .body("same", equalTo(true));
        }
    }
}
