package org.entente.access.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.access.Access.as;
import static org.entente.access.Access.change;
import static org.entente.access.Access.granted;
import static org.entente.access.Access.inForce;
import static org.entente.access.Access.registeredPartner;
import static org.entente.access.Desks.asLiaison;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.stream.Stream;
import org.entente.embedded.testing.EmbeddedServers;
import org.entente.embedded.testing.TestTokens;
import org.entente.http.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The life of a grant: every move from every state by every role of the home side, its holder and another partner. */
@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "database", value = "access"))
class GrantMovesResourceTest {
    private static final String WITHDRAWAL = "{\"reason\": \"Over.\"}";
    private static final String NARROWING = "{\"to\": {\"tier\": 1}, \"reason\": \"Enough.\"}";

    private static String holder = "";
    private static String agreement = "";

    @BeforeEach
    void aPartnerOfAll() {
        if (holder.isEmpty()) {
            holder = registeredPartner();
            agreement = inForce(holder);
        }
    }

    static Stream<Arguments> everything() {
        return Stream.of("live", "withdrawn", "expired").flatMap(state -> Stream.of("withdrawal", "narrowing")
                .flatMap(move -> Stream.of("home", "holder", "other")
                        .flatMap(side -> Stream.of(Role.values()).map(role -> Arguments.of(state, move, side, role)))));
    }

    @ParameterizedTest(name = "{1} of a {0} grant, by {3} of {2}")
    @MethodSource("everything")
    void isLegalOrRefused(String state, String move, String side, Role role) {
        // given
        String path = "/access/grants/" + grant(state);

        // when
        int status = by(side, role)
                .body(move.equals("narrowing") ? NARROWING : WITHDRAWAL)
                .post(path + "/" + move)
                .statusCode();

        // then
        boolean mayEver = side.equals("home") && role == Role.LIAISON_OFFICER;
        assertThat(status).isEqualTo(mayEver ? ofOfficer(state, move) : 403);
    }

    /** What is over is not narrowed; it can be withdrawn still, so that no later change brings it back. */
    private static int ofOfficer(String state, String move) {
        return switch (state) {
            case "live" -> 200;
            case "expired" -> move.equals("withdrawal") ? 200 : 409;
            default -> 409;
        };
    }

    private static String grant(String state) {
        String grant = granted(agreement, 2);
        switch (state) {
            case "withdrawn" ->
                asLiaison("officer")
                        .body(WITHDRAWAL)
                        .post("/access/grants/" + grant + "/withdrawal")
                        .then()
                        .statusCode(200);
            case "expired" ->
                change("update partner_grant set terms = replace(terms, '2098-', '2020-') where id = '" + grant + "'");
            default -> {}
        }
        return grant;
    }

    private static RequestSpecification by(String side, Role role) {
        TestTokens person = TestTokens.token("somebody").roles(role.wireName()).assurance("otp");
        return switch (side) {
            case "holder" -> as(person.partner(holder));
            case "other" -> as(person.partner("XBB"));
            default -> as(person);
        };
    }
}
