package org.entente.catalog.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.entente.http.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoveTest {

    @ParameterizedTest
    @CsvSource({
        "APPROVE, PROPOSED, false, APPROVED",
        "REJECT, PROPOSED, false, REJECTED",
        "WITHDRAW, PROPOSED, true, WITHDRAWN",
        "WITHDRAW, PROPOSED, false, WITHDRAWN",
        "WITHDRAW, APPROVED, true, WITHDRAWN",
        "WITHDRAW, APPROVED, false, WITHDRAWN",
    })
    void leadsFromStateToState(Move move, State from, boolean isProposer, State to) {
        State next = move.from(from, isProposer);

        assertThat(next).isEqualTo(to);
    }

    @ParameterizedTest
    @CsvSource({
        "APPROVE, PROPOSED, true, 403",
        "REJECT, PROPOSED, true, 403",
        "APPROVE, APPROVED, false, 409",
        "APPROVE, REJECTED, false, 409",
        "APPROVE, WITHDRAWN, false, 409",
        "APPROVE, WITHDRAWN, true, 409",
        "REJECT, APPROVED, false, 409",
        "WITHDRAW, REJECTED, false, 409",
        "WITHDRAW, WITHDRAWN, true, 409",
    })
    void isRefused(Move move, State from, boolean isProposer, int status) {
        assertThatThrownBy(() -> move.from(from, isProposer))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(status));
    }
}
