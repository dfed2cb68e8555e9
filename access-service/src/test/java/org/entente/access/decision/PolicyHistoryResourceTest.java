package org.entente.access.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.access.Access.asEnforcementPoint;
import static org.entente.access.Access.asLiaison;
import static org.entente.access.Access.asOfficerOf;
import static org.entente.access.Access.change;
import static org.entente.access.Access.granted;
import static org.entente.access.Access.inForce;
import static org.entente.access.Access.proposed;
import static org.entente.access.Access.rows;
import static org.entente.access.Access.terms;
import static org.entente.access.Access.view;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.entente.access.Access;
import org.entente.access.Crises;
import org.entente.embedded.testing.EmbeddedServers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever changes policy: what was decided before and after it can be decided again. */
@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "database", value = "access"))
class PolicyHistoryResourceTest {
    private static final String REASON = "{\"reason\": \"Test.\"}";
    /** For each kind of change what it takes beforehand, and the change itself, which is another answer's reason. */
    private static final Map<String, Function<String, Runnable>> CHANGES = Map.of(
            "a partner is registered",
                    partner -> () -> asLiaison()
                            .body("{\"name\": \"Republic\"}")
                            .put("/access/partners/" + partner)
                            .then()
                            .statusCode(201),
            "an agreement comes into force",
                    partner -> {
                        register(partner);
                        String agreement = proposed(terms(partner));
                        return () -> post(asOfficerOf(partner).post("/access/agreements/" + agreement + "/consents"));
                    },
            "an agreement ends",
                    partner -> {
                        String agreement = agreed(partner);
                        granted(agreement, 1);
                        return () -> post(asLiaison().body(REASON).post("/access/agreements/" + agreement + "/end"));
                    },
            "a grant is issued",
                    partner -> {
                        String agreement = agreed(partner);
                        return () -> granted(agreement, 2);
                    },
            "a grant is withdrawn",
                    partner -> {
                        String grant = granted(agreed(partner), 2);
                        return () -> post(asLiaison().body(REASON).post("/access/grants/" + grant + "/withdrawal"));
                    },
            "a posture falls",
                    partner -> {
                        granted(agreed(partner), 2);
                        return () -> post(asLiaison()
                                .body("{\"posture\": \"suspended\", \"reason\": \"Test.\"}")
                                .post("/access/partners/" + partner + "/posture"));
                    },
            "an activation starts",
                    partner -> {
                        agreed(partner);
                        return () -> Crises.started(partner);
                    },
            "an activation ends",
                    partner -> {
                        agreed(partner);
                        String activation = Crises.started(partner);
                        return () -> Crises.ended(activation);
                    },
            "a marking policy is published again",
                    partner -> {
                        granted(agreed(partner), 2);
                        Crises.published("P" + partner, 1, "FRIENDS", partner);
                        return () -> Crises.published("P" + partner, 2, "FRIENDS", "XZZ");
                    },
            "a hand changes a row and forgets the epoch",
                    partner -> {
                        granted(agreed(partner), 2);
                        return () -> change("update partner set posture = 'SUSPENDED' where code = '" + partner + "'");
                    });

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a partner is registered",
                "an agreement comes into force",
                "an agreement ends",
                "a grant is issued",
                "a grant is withdrawn",
                "a posture falls",
                "an activation starts",
                "an activation ends",
                "a marking policy is published again",
                "a hand changes a row and forgets the epoch"
            })
    void isKeptWhen(String kind) {
        // given
        String partner = Access.nation();
        Runnable change = CHANGES.get(kind).apply(partner);
        String before = decided(partner);

        // when
        change.run();

        // then
        String after = decided(partner);
        assertThat(result(after)).isNotEqualTo(result(before));
        assertThat(epoch(after)).isGreaterThan(epoch(before));
        for (String decision : List.of(before, after)) {
            Response replay = asLiaison().post("/access/decisions/" + decision + "/replay");
            assertThat(replay.jsonPath().getList("differences")).isEmpty();
            assertThat(replay.jsonPath().getBoolean("same")).isTrue();
        }
    }

    @Test
    void isKeptOfARowThatIsGone() {
        // given
        String partner = Access.registeredPartner();
        String before = decided(partner);

        // when
        change("delete from partner where code = '" + partner + "'");

        // then
        String after = decided(partner);
        assertThat(result(after)).contains("partner-unknown");
        for (String decision : List.of(before, after)) {
            Response replay = asLiaison().post("/access/decisions/" + decision + "/replay");
            assertThat(replay.jsonPath().getBoolean("same")).isTrue();
        }
    }

    @Test
    void cannotBeChangedByTheService() {
        // when
        List<String> rights =
                rows("select table_name || ' ' || privilege_type from information_schema.role_table_grants"
                        + " where grantee = 'access_service' and table_name in ('policy_history', 'policy_change')");

        // then
        assertThat(rights).containsExactlyInAnyOrder("policy_change SELECT", "policy_history SELECT");
    }

    private static void register(String partner) {
        asLiaison().body("{\"name\": \"Republic\"}").put("/access/partners/" + partner);
    }

    private static String agreed(String partner) {
        register(partner);
        return inForce(partner);
    }

    private static void post(Response answer) {
        answer.then().statusCode(200);
    }

    /** A decision on what a group of friends may see too. */
    private static String decided(String partner) {
        return asEnforcementPoint()
                .body(marked(partner))
                .post("/access/v1/evaluation")
                .then()
                .statusCode(200)
                .extract()
                .path("context.decisionId");
    }

    private static String marked(String partner) {
        return view(partner).replace("{\"id\": \"p2\", \"label\": \"l2\"}", """
                {"id": "p2", "label": "l2"}, {"id": "p3", "label": {"policy": "P%s", "classification": "OPEN",
                  "releasableTo": ["FRIENDS"], "categories": ["situational-awareness"]}}""".formatted(partner));
    }

    private static String result(String decision) {
        return rows("select replace(result, id::text, '') from decision where id = ?::uuid", decision)
                .get(0)
                .replaceAll("\"epoch\":\\d+", "");
    }

    private static long epoch(String decision) {
        return Long.parseLong(
                rows("select epoch from decision where id = ?::uuid", decision).get(0));
    }
}
