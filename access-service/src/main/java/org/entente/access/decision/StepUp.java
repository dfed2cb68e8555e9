package org.entente.access.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Comparator;
import org.entente.access.vocabulary.Assurance;
import org.jspecify.annotations.Nullable;

/**
 * A login that would be enough (RFC 9470 section 4).
 *
 * @param acr the least assurance
 * @param maxAge how many seconds ago it may be; absent if that does not matter
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StepUp(Assurance acr, @Nullable Long maxAge) {
    /** What asks least of a person comes first. */
    static final Comparator<StepUp> EASIEST_FIRST = Comparator.comparing(StepUp::acr)
            .thenComparing(stepUp -> stepUp.maxAge() == null ? Long.MIN_VALUE : -stepUp.maxAge());

    /** The easiest that would bring something to a partner that may know of the asset, and gets nothing of it now. */
    static @Nullable StepUp of(Verdicts verdicts, boolean partnerMayKnow) {
        return verdicts.permitsAnything() || !partnerMayKnow
                ? null
                : verdicts.all()
                        .map(Verdict::stepUp)
                        .filter(stepUp -> stepUp != null)
                        .min(EASIEST_FIRST)
                        .orElse(null);
    }
}
