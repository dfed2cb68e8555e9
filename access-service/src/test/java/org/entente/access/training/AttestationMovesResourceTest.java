package org.entente.access.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.access.Access.as;
import static org.entente.access.Access.asLiaison;
import static org.entente.access.Access.registeredPartner;
import static org.entente.access.Trusted.LATER;
import static org.entente.access.Trusted.asPersonOf;
import static org.entente.access.Trusted.countersigned;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.entente.embedded.testing.EmbeddedServers;
import org.entente.embedded.testing.TestTokens;
import org.entente.http.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The life of an attestation: issued, and revoked once, by those who may, from every state by everybody else in vain. */
@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "database", value = "access"))
class AttestationMovesResourceTest {
    private static final String REASON = "{\"reason\": \"Did not attend.\"}";
    private static final Map<String, Situation> SHARED = new HashMap<>();

    /** A sheet, and who attests for its authority. */
    private record Situation(String partner, String trainer, String authority, String sheet) {}

    static Stream<Arguments> everything() {
        return Stream.of("valid", "revoked", "authority-withdrawn")
                .flatMap(state -> Stream.of("home", "partner", "trainer", "elsewhere")
                        .flatMap(side -> Stream.of(Role.values()).map(role -> Arguments.of(state, side, role))));
    }

    @ParameterizedTest(name = "revoking what is {0}, by {2} of {1}")
    @MethodSource("everything")
    void isRevokedOrRefused(String state, String side, Role role) {
        // given
        boolean mayEver = side.equals("trainer") || side.equals("home") && role == Role.POLICY_ADMINISTRATOR;
        Situation situation =
                mayEver ? situation(state) : SHARED.computeIfAbsent(state, AttestationMovesResourceTest::situation);

        // when
        int status = by(side, role, situation)
                .body(REASON)
                .post(situation.sheet() + "/revocation")
                .statusCode();

        // then
        assertThat(status).isEqualTo(!mayEver ? 404 : state.equals("revoked") ? 409 : 200);
    }

    private static RequestSpecification by(String side, Role role, Situation situation) {
        TestTokens somebody = TestTokens.token("somebody").roles(role.wireName());
        return switch (side) {
            case "home" -> as(somebody);
            case "partner" -> as(somebody.partner(situation.partner()));
            case "trainer" ->
                as(TestTokens.token(situation.trainer())
                        .partner(situation.partner())
                        .roles(role.wireName()));
            default -> as(TestTokens.token(situation.trainer()).partner("XZZ").roles(role.wireName()));
        };
    }

    private static Situation situation(String state) {
        String partner = registeredPartner();
        String trainer = "trainer-" + partner;
        String authority = countersigned(
                "/access/training/authorities", """
            {"partner": "%s", "name": "Academy", "courses": ["responsible-use"], "officers": ["%s"], "evidence": "Letter 7",
             "until": "%s"}""".formatted(partner, TestTokens.subject(trainer), LATER));
        String sheet = asPersonOf(partner, trainer)
                .body("""
                {"authority": "%s", "course": "responsible-use", "attended": "%s", "until": "%s",
                 "persons": [{"sub": "one", "name": "A. A."}]}""".formatted(
                                authority.substring(authority.lastIndexOf('/') + 1),
                                Instant.now().minusSeconds(3600),
                                LATER))
                .post("/access/attestations")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        if (state.equals("revoked")) {
            asPersonOf(partner, trainer)
                    .body(REASON)
                    .post(sheet + "/revocation")
                    .then()
                    .statusCode(200);
        }
        if (state.equals("authority-withdrawn")) {
            asLiaison().body(REASON).post(authority + "/withdrawal").then().statusCode(200);
        }
        return new Situation(partner, trainer, authority, sheet);
    }
}
