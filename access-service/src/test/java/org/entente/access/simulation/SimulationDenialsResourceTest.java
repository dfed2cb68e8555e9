package org.entente.access.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.access.Access.as;
import static org.entente.access.Access.asLiaison;
import static org.entente.access.Access.asOfficerOf;
import static org.entente.access.Access.grantTerms;
import static org.entente.access.Access.inForce;
import static org.entente.access.Access.registeredPartner;
import static org.entente.access.Access.terms;
import static org.entente.access.Access.view;
import static org.entente.access.simulation.Simulated.asCrisisAuthority;
import static org.entente.access.simulation.Simulated.asLiaisonWithLines;
import static org.entente.access.simulation.Simulated.done;
import static org.entente.access.simulation.Simulated.ended;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import java.util.stream.Stream;
import org.entente.embedded.testing.EmbeddedServers;
import org.entente.embedded.testing.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "database", value = "access"))
class SimulationDenialsResourceTest {
    private static final String PERIOD = "\"from\": \"2026-01-01T00:00:00Z\"";
    private static final String PLAN = "\"plan\": {\"partners\": [\"%s\"], \"purposes\": [\"cyber-defence\"],"
            + " \"categories\": [\"sensitive\"], \"tier\": 2, \"ceiling\": \"SECRET\"}";
    private String partner;

    @BeforeEach
    void register() {
        partner = registeredPartner();
    }

    @ParameterizedTest
    @ValueSource(strings = {"originator", "auditor", "operator", "policy-enforcement-point", "partner-analyst"})
    void isForThoseOnlyWhoProposeWhatIsSimulated(String role) {
        // given
        String id = simulated();
        TestTokens someone = TestTokens.token("xaa-someone").roles(role);

        // when
        Response answer = as(someone).body(plan()).post("/access/simulations");

        // then
        answer.then().statusCode(403);
        as(someone).get("/access/simulations/" + id).then().statusCode(403);
        as(someone).get("/access/simulations/" + id + "/changes").then().statusCode(403);
        as(someone).delete("/access/simulations/" + id).then().statusCode(403);
    }

    @Test
    void isNotForPartners() {
        // given
        String id = simulated();
        byte[] nothing = asOfficerOf(partner)
                .get("/access/simulations/" + UUID.randomUUID())
                .asByteArray();

        // when
        Response answer = asOfficerOf(partner).get("/access/simulations/" + id);

        // then
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.asByteArray()).isEqualTo(nothing);
        asOfficerOf(partner).body(plan()).post("/access/simulations").then().statusCode(403);
        asOfficerOf(partner).delete("/access/simulations/" + id).then().statusCode(403);
    }

    @Test
    void aCrisisAuthoritySimulatesPlans() {
        // when
        Response answer = asCrisisAuthority().body(plan()).post("/access/simulations");

        // then
        answer.then().statusCode(201);
        String id = answer.path("id");
        ended(id);
        asCrisisAuthority().get("/access/simulations/" + id).then().statusCode(200);
        asCrisisAuthority().get("/access/simulations/" + id + "/changes").then().statusCode(200);
    }

    @Test
    void aCrisisAuthoritySimulatesNothingElse() {
        // given
        String agreement = "{\"draft\": {\"agreement\": " + terms(partner) + "}, " + PERIOD + "}";

        // when
        Response answer = asCrisisAuthority().body(agreement).post("/access/simulations");

        // then
        answer.then().statusCode(403);
    }

    @Test
    void whatACrisisAuthorityMayNotSimulateIsNotThereForIt() {
        // given
        String id = simulated();
        byte[] nothing = asCrisisAuthority()
                .get("/access/simulations/" + UUID.randomUUID())
                .asByteArray();

        // when
        Response answer = asCrisisAuthority().get("/access/simulations/" + id);

        // then
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.asByteArray()).isEqualTo(nothing);
        asCrisisAuthority().get("/access/simulations/" + id + "/changes").then().statusCode(404);
        asCrisisAuthority().delete("/access/simulations/" + id).then().statusCode(404);
    }

    @Test
    void isGoneOnceItIsDeleted() {
        // given
        String id = simulated();

        // when
        asLiaison().delete("/access/simulations/" + id).then().statusCode(204);

        // then
        asLiaison().get("/access/simulations/" + id).then().statusCode(404);
        asLiaison().get("/access/simulations/" + id + "/changes").then().statusCode(404);
        asLiaison().delete("/access/simulations/" + id).then().statusCode(404);
    }

    static Stream<Arguments> faults() {
        String request = view("XBB");
        String grant = grantTerms("00000000-0000-4000-8000-000000000000", 1);
        return Stream.of(
                Arguments.of("", 400, ""),
                Arguments.of("[]", 400, ""),
                Arguments.of("null", 400, ""),
                Arguments.of("{}", 400, "/draft"),
                Arguments.of("{\"draft\": {}, " + PERIOD + "}", 400, "/draft"),
                Arguments.of("{\"drafts\": {}}", 400, "/drafts"),
                Arguments.of("{\"draft\": {\"rule\": {}}}", 400, "/draft/rule"),
                Arguments.of("{\"draft\": {" + PLAN + "}}", 400, "/from"),
                Arguments.of("{\"draft\": {" + PLAN + "}, \"from\": \"2099-01-01T00:00:00Z\"}", 400, "/from"),
                Arguments.of(
                        "{\"draft\": {" + PLAN + "}, " + PERIOD + ", \"until\": \"2025-01-01T00:00:00Z\"}",
                        400,
                        "/until"),
                Arguments.of("{\"draft\": {" + PLAN + "}, \"from\": \"yesterday\"}", 400, "/from"),
                Arguments.of("{\"draft\": {" + PLAN + "}, \"requests\": []}", 400, "/requests"),
                Arguments.of("{\"draft\": {" + PLAN + "}, \"requests\": [7]}", 400, "/requests/0"),
                Arguments.of("{\"draft\": {" + PLAN + "}, \"requests\": [null]}", 400, "/requests/0"),
                Arguments.of("{\"draft\": {" + PLAN + "}, \"requests\": [{}]}", 400, "/requests/0/subject"),
                Arguments.of(
                        "{\"draft\": {" + PLAN + "}, \"requests\": [" + request.replace("cyber-defence", "fun") + "]}",
                        400,
                        "/requests/0/context/purpose"),
                Arguments.of(
                        "{\"draft\": {" + PLAN + "}, \"requests\": [" + request.replace("\"p2\"", "\"p1\"") + "]}",
                        400,
                        "/requests/0/resource/properties/portions/1/id"),
                Arguments.of(
                        "{\"draft\": {" + PLAN + "}, \"requests\": [" + request + "], " + PERIOD + "}",
                        400,
                        "/requests"),
                Arguments.of(
                        "{\"draft\": {" + PLAN + "}, \"against\": \"then\", \"requests\": [" + request + "]}",
                        400,
                        "/against"),
                Arguments.of("{\"draft\": {" + PLAN + "}, \"against\": \"soon\", " + PERIOD + "}", 400, "/against"),
                Arguments.of(
                        "{\"draft\": {" + PLAN.replace("%s", "QZZ") + "}, " + PERIOD + "}",
                        400,
                        "/draft/plan/partners/0"),
                Arguments.of("{\"draft\": {" + PLAN.replace("2", "9") + "}, " + PERIOD + "}", 400, "/draft/plan/tier"),
                Arguments.of("{\"draft\": {\"plan\": {}}, " + PERIOD + "}", 400, "/draft/plan/partners"),
                Arguments.of("{\"draft\": {\"activation\": {}}, " + PERIOD + "}", 400, "/draft/activation"),
                Arguments.of(
                        "{\"draft\": {" + PLAN + ", \"activation\": {}}, " + PERIOD + "}",
                        400,
                        "/draft/activation/from"),
                Arguments.of(
                        "{\"draft\": {\"agreement\": " + terms("%s").replace("\"cyber-defence\"", "\"fun\"") + "}, "
                                + PERIOD + "}",
                        400,
                        "/draft/agreement/purposes/0"),
                Arguments.of(
                        "{\"draft\": {\"agreement\": " + terms("QZZ") + "}, " + PERIOD + "}",
                        400,
                        "/draft/agreement/partner"),
                Arguments.of(
                        "{\"draft\": {\"agreement\": " + terms("%s").replace("\"maxTier\": 2", "\"maxTier\": \"2\"")
                                + "}, " + PERIOD + "}",
                        400,
                        "/draft/agreement/maxTier"),
                Arguments.of("{\"draft\": {\"grant\": {}}, " + PERIOD + "}", 400, "/draft/grant/agreement"),
                Arguments.of("{\"draft\": {\"grant\": " + grant + "}, " + PERIOD + "}", 422, "/draft/grant/agreement"),
                Arguments.of(
                        "{\"draft\": {\"agreement\": " + terms("%s") + ", \"grant\": {\"tier\": 3, \"categories\":"
                                + " [\"shared-analysis\"], \"purposes\": [\"cyber-defence\"], \"until\":"
                                + " \"2030-01-01T00:00:00Z\"}}, " + PERIOD + "}",
                        422,
                        "/draft/grant/tier"),
                Arguments.of(
                        "{\"draft\": {\"without\": [\"00000000-0000-4000-8000-000000000000\"]}, " + PERIOD + "}",
                        422,
                        "/draft/without/0"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void whatMakesNoSenseIsNamed(String supposition, int status, String field) {
        // when
        Response answer = asLiaison().body(supposition.replace("%s", partner)).post("/access/simulations");

        // then
        answer.then().statusCode(status).contentType("application/problem+json").body("field", equalTo(field));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "7", "{\"draft\": {}, \"requests\": []}\n{}", "{\"draft\": {}}\n7", "{\"draft\": {}}\n{"})
    void aFileThatMakesNoSenseIsRefused(String file) {
        // when
        Response answer = asLiaisonWithLines().body(file).post("/access/simulations");

        // then
        answer.then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    void tooManyRequestsAreRefused() {
        // given
        String file = "{\"draft\": {" + PLAN.formatted(partner) + "}}\n" + "{}\n".repeat(10_001);

        // when
        Response answer = asLiaisonWithLines().body(file).post("/access/simulations");

        // then
        answer.then().statusCode(413).body("field", equalTo("/requests"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=201", "limit=many", "cursor=first", "cursor=-1"})
    void aPageThatMakesNoSenseIsRefused(String query) {
        // given
        String id = simulated();

        // when
        Response answer = asLiaison().get("/access/simulations/" + id + "/changes?" + query);

        // then
        answer.then().statusCode(400).body("field", equalTo(query.replaceAll("=.*", "")));
    }

    private String plan() {
        return "{\"draft\": {" + PLAN.formatted(partner) + "}, \"requests\": [" + view(partner) + "]}";
    }

    private String simulated() {
        String draft = "{\"grant\": " + grantTerms(inForce(partner), 2) + "}";
        return done("{\"draft\": " + draft + ", \"requests\": [" + view(partner) + "]}")
                .getString("id");
    }
}
