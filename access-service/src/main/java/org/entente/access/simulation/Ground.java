package org.entente.access.simulation;

import java.time.Instant;
import java.util.function.Supplier;
import org.entente.access.policy.CompiledPolicy;
import org.entente.access.vocabulary.Vocabulary;
import org.entente.http.Problem;

/** What a draft is checked against: the same as a real proposal. */
record Ground(Vocabulary vocabulary, CompiledPolicy policy, Validity validity, Instant now) {

    String partner(String stated, String pointer) {
        if (!policy.knows(stated)) {
            throw Problem.badRequest(pointer, "is not a registered partner");
        }
        return stated;
    }

    /** What a check of a part yields, or its problem, told where the part stands in the request. */
    static <T> T at(String pointer, Supplier<T> check) {
        try {
            return check.get();
        } catch (Problem problem) {
            throw problem.beneath(pointer);
        }
    }
}
