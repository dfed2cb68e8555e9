package org.entente.access.posture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.access.Access.as;
import static org.entente.access.Access.asLiaison;
import static org.entente.access.Access.registeredPartner;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.entente.embedded.testing.EmbeddedServers;
import org.entente.embedded.testing.TestTokens;
import org.entente.http.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A posture falls by one person and never rises by one: from every posture to every other, by every role. */
@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "database", value = "access"))
class PostureMovesResourceTest {
    private static final List<String> POSTURES = List.of("normal", "watch", "contained", "suspended");
    private static final Map<String, String> SHARED = new HashMap<>();

    static Stream<Arguments> everything() {
        return POSTURES.stream().flatMap(from -> POSTURES.stream().flatMap(to -> Stream.of(true, false)
                .flatMap(isHome -> Stream.of(Role.values()).map(role -> Arguments.of(from, to, isHome, role)))));
    }

    @ParameterizedTest(name = "from {0} to {1}, by {3}, home {2}")
    @MethodSource("everything")
    void fallsOrStays(String from, String to, boolean isHome, Role role) {
        // given
        boolean mayEver = isHome && (role == Role.LIAISON_OFFICER || role == Role.CRISIS_AUTHORITY);
        String partner = mayEver ? trusted(from) : SHARED.computeIfAbsent(from, PostureMovesResourceTest::trusted);
        TestTokens person = TestTokens.token("somebody").roles(role.wireName());

        // when
        int status = as(isHome ? person : person.partner(partner))
                .body(lowered(to))
                .post(path(partner))
                .statusCode();

        // then
        boolean isStricter = POSTURES.indexOf(to) > POSTURES.indexOf(from);
        assertThat(status).isEqualTo(!mayEver ? 403 : isStricter ? 200 : 409);
        String after = asLiaison().get(path(partner)).path("posture");
        assertThat(after).isEqualTo(status == 200 ? to : from);
    }

    private static String trusted(String posture) {
        String partner = registeredPartner();
        if (!posture.equals("normal")) {
            asLiaison().body(lowered(posture)).post(path(partner)).then().statusCode(200);
        }
        return partner;
    }

    private static String lowered(String posture) {
        return "{\"posture\": \"" + posture + "\", \"reason\": \"Because.\"}";
    }

    private static String path(String partner) {
        return "/access/partners/" + partner + "/posture";
    }
}
