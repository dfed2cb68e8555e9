package org.entente.audit.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import org.entente.audit.transparency.Move.Mover;
import org.entente.audit.transparency.Move.Part;
import org.entente.http.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every move from every state by everybody. */
class MoveTest {

    private static final String DRAFTER = "drafter";

    record Try(Move move, State state, Part part, String subject) {}

    static List<Try> all() {
        List<Try> all = new ArrayList<>();
        for (Move move : Move.values()) {
            for (State state : State.values()) {
                for (Part part : Part.values()) {
                    all.add(new Try(move, state, part, DRAFTER));
                    all.add(new Try(move, state, part, "another"));
                }
            }
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("all")
    void aMoveIsLegalOnlyForWhomAndFromWhereItIs(Try one) {
        // given
        boolean isSamePerson = one.subject().equals(DRAFTER);
        boolean isLegal = one.part() == Part.AUDITOR
                && one.state() == State.DRAFTED
                && !(one.move() == Move.PUBLISH && isSamePerson);

        // when
        Problem refused = catchThrowableOfType(
                Problem.class, () -> one.move().from(one.state(), DRAFTER, new Mover(one.subject(), one.part())));

        // then
        if (isLegal) {
            assertThat(refused).isNull();
        } else {
            assertThat(refused).isNotNull();
            boolean isForbidden = one.part() != Part.AUDITOR || one.state() == State.DRAFTED;
            assertThat(refused.status()).isEqualTo(isForbidden ? 403 : 409);
        }
    }
}
