package org.entente.access.houserule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import org.entente.http.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoveTest {
    private static final Move.Mover PROPOSER = new Move.Mover(true);
    private static final Move.Mover ANOTHER = new Move.Mover(false);

    @ParameterizedTest
    @CsvSource({
        "APPROVE, PROPOSED, IN_FORCE",
        "SUPERSEDE, IN_FORCE, SUPERSEDED",
        "WITHDRAW, PROPOSED, WITHDRAWN",
        "WITHDRAW, IN_FORCE, WITHDRAWN"
    })
    void leadsOn(Move move, State from, State to) {
        assertThat(move.from(from, ANOTHER)).isEqualTo(to);
    }

    @ParameterizedTest
    @CsvSource({
        "APPROVE, IN_FORCE",
        "APPROVE, SUPERSEDED",
        "APPROVE, WITHDRAWN",
        "SUPERSEDE, PROPOSED",
        "SUPERSEDE, SUPERSEDED",
        "SUPERSEDE, WITHDRAWN",
        "WITHDRAW, SUPERSEDED",
        "WITHDRAW, WITHDRAWN"
    })
    void isRefusedFromAnyOtherState(Move move, State from) {
        assertThatThrownBy(() -> move.from(from, ANOTHER))
                .asInstanceOf(type(Problem.class))
                .returns(409, Problem::status);
    }

    @Test
    void theProposerDoesNotApprove() {
        assertThatThrownBy(() -> Move.APPROVE.from(State.PROPOSED, PROPOSER))
                .asInstanceOf(type(Problem.class))
                .returns(403, Problem::status);
    }

    @Test
    void theProposerMayWithdraw() {
        assertThat(Move.WITHDRAW.from(State.IN_FORCE, PROPOSER)).isEqualTo(State.WITHDRAWN);
    }
}
