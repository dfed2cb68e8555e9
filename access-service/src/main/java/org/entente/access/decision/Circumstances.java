package org.entente.access.decision;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.entente.access.partner.PartnerCode;
import org.entente.access.partner.Posture;
import org.entente.access.policy.Aim;
import org.entente.access.policy.CompiledPolicy;
import org.entente.access.policy.Micros;
import org.entente.label.Act;
import org.entente.label.Reader;
import org.jspecify.annotations.Nullable;

/**
 * What is the same for every portion of a question.
 *
 * @param posture of the partner; empty for a partner that is not known
 * @param micros the instant, see {@link Micros}
 */
record Circumstances(
        Question.OfAsset question,
        CompiledPolicy policy,
        Optional<Posture> posture,
        Reader reader,
        Aim aim,
        long micros) {

    static Circumstances of(Question.OfAsset question, CompiledPolicy policy) {
        String nation = question.person().nation();
        Reader reader = Reader.of(
                PartnerCode.stateOf(nation),
                question.person().clearances(),
                policy.labels().policies());
        Aim aim = policy.aim(question.context().purpose());
        return new Circumstances(
                question, policy, policy.posture(nation, instant(question)), reader, aim, Micros.of(instant(question)));
    }

    /** Of the same person who would do something else. */
    Circumstances with(Act act) {
        return new Circumstances(question.with(act), policy, posture, reader, aim, micros);
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
        return instant(question);
    }

    private static Instant instant(Question.OfAsset question) {
        return Objects.requireNonNull(question.context().instant(), "a question is asked for an instant");
    }
}
