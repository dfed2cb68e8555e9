package org.entente.access.decision;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.entente.access.partner.Posture;
import org.entente.access.policy.CompiledPolicy;
import org.entente.label.Act;
import org.entente.label.Reader;
import org.jspecify.annotations.Nullable;

/**
 * What is the same for every portion of a question.
 *
 * @param posture of the partner; empty for a partner that is not known
 */
record Circumstances(Question.OfAsset question, CompiledPolicy policy, Optional<Posture> posture, Reader reader) {

    static Circumstances of(Question.OfAsset question, CompiledPolicy policy) {
        String nation = question.person().nation();
        Reader reader = Reader.of(
                nation, question.person().clearances(), policy.labels().policies());
        return new Circumstances(question, policy, policy.posture(nation), reader);
    }

    /** Of the same person who would do something else. */
    Circumstances with(Act act) {
        return new Circumstances(question.with(act), policy, posture, reader);
    }

    String partner() {
        return question.person().nation();
    }

    Act act() {
        return question.act();
    }

    @Nullable String purpose() {
        return question.context().purpose();
    }

    Instant instant() {
        return Objects.requireNonNull(question.context().instant(), "a question is asked for an instant");
    }
}
