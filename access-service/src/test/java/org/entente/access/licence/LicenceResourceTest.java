package org.entente.access.licence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.access.Access.asEnforcementPoint;
import static org.entente.access.Access.asLiaison;
import static org.entente.access.Access.asOfficerOf;
import static org.entente.access.Access.asPolicyAdministrator;
import static org.entente.access.Access.registeredPartner;
import static org.entente.access.Access.rows;
import static org.entente.access.Trusted.LATER;
import static org.entente.access.Trusted.countersigned;
import static org.entente.access.Trusted.decided;
import static org.entente.access.Trusted.provided;
import static org.entente.access.Trusted.question;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.entente.access.Topics;
import org.entente.embedded.testing.EmbeddedServers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "database", value = "access"))
class LicenceResourceTest {
    private static final String CONTROLLED = "'exportControls': [{'regime': 'EU', 'code': '5A002'}]";
    private static final String REASON = "{\"reason\": \"The authority has revoked it.\"}";

    static String proposal(String recipient, String quantity) {
        return """
            {"authority": "Federal export office", "reference": "EXP-1", "recipient": "%1$s", "regime": "EU",
             "codes": ["5A002"], "nationalities": ["%1$s"], "purposes": ["cyber-defence"], "actions": ["view", "release"],
             %2$s "from": "2026-01-01T00:00:00Z", "until": "%3$s"}\
            """.formatted(recipient, quantity, LATER);
    }

    private static String quantity(int count, String of) {
        return "\"quantity\": {\"count\": " + count + ", \"of\": \"" + of + "\"},";
    }

    private static String view(String partner) {
        return question(partner, "analyst", "asset-1", "view", CONTROLLED);
    }

    /** What comes of fifty, as many at once as two replicas have connections. */
    private static <T> List<T> atOnce(IntFunction<T> work) {
        ExecutorService threads = Executors.newFixedThreadPool(32);
        try {
            return IntStream.range(0, 50)
                    .mapToObj(number -> CompletableFuture.supplyAsync(() -> work.apply(number), threads))
                    .collect(Collectors.toList())
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        } finally {
            threads.shutdown();
        }
    }

    private static UUID id(String location) {
        return UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
    }

    @Test
    void opensOnceTwoPersonsStandForIt() {
        // given
        String partner = registeredPartner();
        provided(partner);
        String location = asLiaison()
                .body(proposal(partner, ""))
                .post("/access/licences")
                .then()
                .statusCode(201)
                .body("state", equalTo("proposed"))
                .extract()
                .header("Location");
        decided(view(partner)).body("decision", equalTo(false));

        // when
        asPolicyAdministrator("xaa-policy")
                .post(location + "/confirmation")
                .then()
                .statusCode(200)
                .body("state", equalTo("in-force"));

        // then
        decided(view(partner))
                .body("decision", equalTo(true))
                .body("context.explanation.home.permitted[0].clauses", hasItem("licence " + id(location)));
        Topics.received("entente.access", "org.entente.access.licence.confirmed.v1");
    }

    @Test
    void isNotConfirmedByWhoProposedIt() {
        // given
        String location = asPolicyAdministrator("xaa-policy")
                .body(proposal(registeredPartner(), ""))
                .post("/access/licences")
                .header("Location");

        // when
        var answer = asPolicyAdministrator("xaa-policy").post(location + "/confirmation");

        // then
        answer.then().statusCode(403);
        asLiaison().post(location + "/confirmation").then().statusCode(403);
        asOfficerOf("XBB").get(location).then().statusCode(403);
    }

    @Test
    void isClosedBeforeTheWithdrawalIsAnswered() {
        // given
        String partner = registeredPartner();
        provided(partner);
        String location = countersigned("/access/licences", proposal(partner, ""));
        decided(view(partner)).body("decision", equalTo(true));

        // when
        asLiaison()
                .body(REASON)
                .post(location + "/withdrawal")
                .then()
                .statusCode(200)
                .body("state", equalTo("withdrawn"));

        // then
        decided(view(partner))
                .body("decision", equalTo(false))
                .body("context.reasons.code", contains("export-licence-missing"));
        asLiaison().body(REASON).post(location + "/withdrawal").then().statusCode(409);
    }

    @Test
    void isNeverOverdrawnHoweverManyAskAtOnce() {
        // given
        String partner = registeredPartner();
        provided(partner);
        String location = countersigned("/access/licences", proposal(partner, quantity(20, "accesses")));
        // when
        AtomicInteger late = new AtomicInteger();
        List<Boolean> decisions = atOnce(number -> {
            Response answer = asEnforcementPoint().body(view(partner)).post("/access/v1/evaluation");
            while (answer.statusCode() == 503) {
                // On record too late to be answered; whoever is told so asks again.
                late.incrementAndGet();
                answer = asEnforcementPoint().body(view(partner)).post("/access/v1/evaluation");
            }
            return answer.then().statusCode(200).extract().<Boolean>path("decision");
        });

        // then
        assertThat(decisions).filteredOn(permitted -> permitted).hasSizeBetween(20 - late.get(), 20);
        assertThat(rows("select id::text from decision where partner = ? and decision", partner))
                .hasSize(20);
        asLiaison().get(location).then().body("used", equalTo(20)).body("left", equalTo(0));
        Topics.received("entente.access", "licence.nearly-exhausted.v1\", \"subject\" : \"" + id(location));
        Topics.received("entente.access", "licence.exhausted.v1\", \"subject\" : \"" + id(location));
    }

    @Test
    void isNotOverdrawnByReplicasThatRecordAtOnce() {
        // given
        String partner = registeredPartner();
        provided(partner);
        UUID licence = id(countersigned("/access/licences", proposal(partner, quantity(10, "accesses"))));
        String record = "select outcome from record_licensed_decisions(array[?::uuid], array[(select epoch from"
                + " policy_epoch)], array[null::text], array[true], array['{}'], array['{}'], array['{}'],"
                + " array[?::uuid], array[?::uuid], array[?])";

        // when
        List<String> outcomes = atOnce(number -> {
            String decision = UUID.randomUUID().toString();
            return rows(record, decision, decision, licence.toString(), decision)
                    .get(0);
        });

        // then
        assertThat(outcomes).filteredOn("RECORDED"::equals).hasSize(10);
        assertThat(outcomes).filteredOn("SHORT"::equals).hasSize(40);
        assertThat(rows("select used from licence_balance where licence = ?", licence))
                .containsExactly("10");
        assertThat(rows("select decision from licence_use where licence = ?", licence))
                .hasSize(10);
    }

    @Test
    void countsPersonsOnce() {
        // given
        String partner = registeredPartner();
        provided(partner);
        String location = countersigned("/access/licences", proposal(partner, quantity(2, "persons")));
        for (String person : List.of("one", "two", "one", "two")) {
            decided(question(partner, person, "asset-1", "view", CONTROLLED)).body("decision", equalTo(true));
        }

        // when
        var third = decided(question(partner, "three", "asset-1", "view", CONTROLLED));

        // then
        third.body("decision", equalTo(false))
                .body("context.reasons[0].clause", equalTo("licence " + id(location) + ", quantity"));
        decided(question(partner, "one", "asset-2", "view", CONTROLLED)).body("decision", equalTo(true));
        asLiaison()
                .get(location + "/uses?limit=3")
                .then()
                .body("uses.counted", contains(true, true, false))
                .body("uses.key", contains("one", "two", "one"))
                .body("next", equalTo(asLiaison().get(location + "/uses").path("uses[2].decision")));
    }

    @Test
    void aBatchGetsAsMuchAsIsLeft() {
        // given
        String partner = registeredPartner();
        provided(partner);
        countersigned("/access/licences", proposal(partner, quantity(2, "assets")));
        String batch = IntStream.range(0, 4)
                .mapToObj(number -> question(partner, "analyst", "asset-" + number, "view", CONTROLLED))
                .collect(Collectors.joining(",", "{\"evaluations\": [", "]}"));

        // when
        var answer = asEnforcementPoint().body(batch).post("/access/v1/evaluations");

        // then
        answer.then().statusCode(200).body("evaluations.decision", contains(true, true, false, false));
    }

    @Test
    void discoveryAndExercisesUseNothing() {
        // given
        String partner = registeredPartner();
        provided(partner);
        String location = countersigned("/access/licences", proposal(partner, quantity(1, "accesses")));
        decided(question(partner, "analyst", "asset-1", "discover", CONTROLLED)).body("decision", equalTo(true));

        // when
        decided(view(partner).replace("\"cyber-defence\"}", "\"cyber-defence\", \"exercise\": true}"))
                .body("decision", equalTo(true));

        // then
        asLiaison().get(location).then().body("left", equalTo(1));
    }

    @Test
    void aDecisionForWantOfQuantityIsReplayedToTheSameAnswer() {
        // given
        String partner = registeredPartner();
        provided(partner);
        countersigned("/access/licences", proposal(partner, quantity(1, "accesses")));
        decided(view(partner)).body("decision", equalTo(true));
        String denied = decided(view(partner))
                .body("decision", equalTo(false))
                .extract()
                .path("context.decisionId");

        // when
        var replay = asLiaison().post("/access/decisions/" + denied + "/replay");

        // then
        replay.then().statusCode(200).body("same", equalTo(true));
        asEnforcementPoint()
                .body(view(partner))
                .post("/access/suppositions")
                .then()
                .statusCode(200)
                .body("wouldPermit", equalTo(false));
    }

    @Test
    void nobodyCanStateThatALicenceIsSpent() {
        // given
        String partner = registeredPartner();
        provided(partner);
        UUID licence = id(countersigned("/access/licences", proposal(partner, quantity(1, "accesses"))));
        String forged = view(partner).replaceFirst("\\{", "{\"spentLicences\": [\"" + licence + "\"], ");

        // when
        var answer = decided(forged);

        // then
        answer.body("decision", equalTo(true));
        assertThat(rows("select inputs from decision where partner = ?", partner))
                .noneMatch(inputs -> inputs.contains("spentLicences"));
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "\"5A002\"] | \"\"] | /codes/0",
                "\"cyber-defence\" | \"gossip\" | /purposes/0",
                "\"view\", \"release\" | \"view\", \"discover\" | /actions/1",
                "\"count\": 5 | \"count\": 0 | /quantity/count",
                "\"accesses\" | \"atoms\" | /quantity/of",
                "\"regime\": \"EU\" | \"regime\": \" \" | /regime",
                "\"from\": \"2026 | \"from\": \"2126 | /until"
            })
    void isRefusedNamingTheField(String part, String replacement, String field) {
        // given
        String body = proposal(registeredPartner(), quantity(5, "accesses")).replace(part, replacement);

        // when
        var answer = asLiaison().body(body).post("/access/licences");

        // then
        answer.then().statusCode(400).body("field", equalTo(field));
    }

    @Test
    void isFoundByItsRecipient() {
        // given
        String partner = registeredPartner();
        String location = countersigned("/access/licences", proposal(partner, ""));

        // when
        var list = asLiaison().get("/access/licences?recipient=" + partner);

        // then
        list.then()
                .statusCode(200)
                .body("licences", hasSize(1))
                .body("licences[0].id", containsString(id(location).toString()));
    }
}
