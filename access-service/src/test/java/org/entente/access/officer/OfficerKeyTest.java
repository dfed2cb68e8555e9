package org.entente.access.officer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.entente.access.officer.OfficerKey.Person;
import org.entente.access.officer.OfficerKey.State;
import org.entente.access.seal.PublicJwk;
import org.entente.http.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfficerKeyTest {
    private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");
    private static final Person REGISTRAR = new Person("r", "Registrar");
    private static final Person ANOTHER = new Person("a", "Another");

    @ParameterizedTest(name = "{0}: {1}, by the registrar: {2} → {3}")
    @CsvSource({
        "PROPOSED, vouch, false, VOUCHED",
        "PROPOSED, vouch, true, 403",
        "PROPOSED, revoke, false, REVOKED",
        "PROPOSED, revoke, true, REVOKED",
        "VOUCHED, vouch, false, 409",
        "VOUCHED, vouch, true, 409",
        "VOUCHED, revoke, false, REVOKED",
        "VOUCHED, revoke, true, REVOKED",
        "REVOKED, vouch, false, 409",
        "REVOKED, vouch, true, 409",
        "REVOKED, revoke, false, 409",
        "REVOKED, revoke, true, 409"
    })
    void isMovedOrNot(State state, String move, boolean isRegistrar, String outcome) {
        // given
        OfficerKey key = key(state);

        // when
        String result = outcome(key, move, isRegistrar ? REGISTRAR : ANOTHER);

        // then
        assertThat(result).isEqualTo(outcome);
    }

    private static OfficerKey key(State state) {
        PublicJwk published = PublicJwk.parse(
                "{\"kty\": \"OKP\", \"crv\": \"Ed25519\", \"x\": \"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}");
        OfficerKey key = OfficerKey.proposed(published, "XBB", "xbb-officer", REGISTRAR, NOW);
        if (state != State.PROPOSED) {
            key.vouch(ANOTHER, NOW);
        }
        if (state == State.REVOKED) {
            key.revoke(ANOTHER, NOW);
        }
        return key;
    }

    private static String outcome(OfficerKey key, String move, Person person) {
        try {
            if (move.equals("vouch")) {
                key.vouch(person, NOW);
            } else {
                key.revoke(person, NOW);
            }
            return key.state.name();
        } catch (Problem problem) {
            return String.valueOf(problem.status());
        }
    }
}
