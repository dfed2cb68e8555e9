package org.entente.access.simulation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.access.decision.Case;
import org.jspecify.annotations.Nullable;

/** Where the questions of a simulation come from, one after the other; may block. */
sealed interface Source permits Source.Listed, RecordedDecisions {

    /** The next one; empty when there is none any more. */
    Optional<Item> next();

    /**
     * One question.
     *
     * @param epoch on which it was decided; 0 if it never was
     * @param question empty if the inputs on record are no question any more
     */
    record Item(Origin origin, long epoch, Optional<Case> question) {}

    /**
     * What is simulated again.
     *
     * @param decisionId of the recorded decision
     * @param request place in the list of requests, the first is 0
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Origin(@Nullable UUID decisionId, @Nullable Integer request) {}

    /** Questions that came with the simulation. */
    final class Listed implements Source {
        private final Iterator<Case> cases;
        private int place;

        Listed(List<Case> cases) {
            this.cases = cases.iterator();
        }

        @Override
        public Optional<Item> next() {
            return cases.hasNext()
                    ? Optional.of(new Item(new Origin(null, place++), 0, Optional.of(cases.next())))
                    : Optional.empty();
        }
    }
}
