package org.entente.access.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.access.Access.as;
import static org.entente.access.Access.granted;
import static org.entente.access.Access.inForce;
import static org.entente.access.Access.registeredPartner;
import static org.entente.access.Desks.asLiaison;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.entente.embedded.testing.EmbeddedServers;
import org.entente.embedded.testing.TestTokens;
import org.entente.http.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The life of a campaign and its lines: every move from every state by every role, at home and of the partner. */
@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "database", value = "access"))
class ReviewMovesResourceTest {
    private static final String KEEP = "{\"verdict\": \"keep\", \"reason\": \"In use.\"}";

    private static final Map<String, Situation> SHARED = new HashMap<>();

    /** A campaign about one grant of a partner. */
    private record Situation(String partner, String grant, String review) {}

    static Stream<Arguments> everything() {
        return Stream.of("undecided", "decided", "closed").flatMap(state -> Stream.of("decide", "decide-all", "close")
                .flatMap(move -> Stream.of(true, false).flatMap(isHome -> Stream.of(Role.values())
                        .map(role -> Arguments.of(state, move, isHome, role)))));
    }

    @ParameterizedTest(name = "{1} in a campaign that is {0}, by {3}, home {2}")
    @MethodSource("everything")
    void isLegalOrRefused(String state, String move, boolean isHome, Role role) {
        // given
        boolean mayEver = isHome && role == Role.LIAISON_OFFICER;
        Situation situation =
                mayEver ? campaign(state) : SHARED.computeIfAbsent(state, ReviewMovesResourceTest::campaign);
        TestTokens person = TestTokens.token("somebody").roles(role.wireName());

        // when
        int status = made(move, situation, as(isHome ? person : person.partner(situation.partner())));

        // then
        assertThat(status).isEqualTo(mayEver ? ofOfficer(state, move) : 403);
    }

    private static int ofOfficer(String state, String move) {
        boolean isLegal = !state.equals("closed") && !(state.equals("undecided") && move.equals("close"));
        return isLegal ? 200 : 409;
    }

    private static Situation campaign(String state) {
        String partner = registeredPartner();
        String grant = granted(inForce(partner), 2);
        String id = asLiaison("reviewer")
                .body("{\"partner\": \"" + partner + "\", \"title\": \"t\", \"within\": \"P7D\"}")
                .post("/access/reviews")
                .path("id");
        Situation situation = new Situation(partner, grant, "/access/reviews/" + id);
        if (!state.equals("undecided")) {
            made("decide", situation, asLiaison("reviewer"));
        }
        if (state.equals("closed")) {
            made("close", situation, asLiaison("reviewer"));
        }
        return situation;
    }

    private static int made(String move, Situation situation, RequestSpecification by) {
        String decisions = situation.review() + "/decisions";
        return switch (move) {
            case "decide" ->
                by.body(KEEP).put(decisions + "/" + situation.grant()).statusCode();
            case "decide-all" ->
                by.body("{\"grants\": [\"" + situation.grant() + "\"], \"decision\": " + KEEP + "}")
                        .post(decisions)
                        .statusCode();
            default -> by.post(situation.review() + "/closing").statusCode();
        };
    }
}
