package org.entente.catalog.masking;

import java.util.List;

/** The fixed levels of {@code ALLIANCE}, lowest first. */
final class Levels {
    private static final List<String> LOWEST_FIRST =
            List.of("UNCLASSIFIED", "RESTRICTED", "CONFIDENTIAL", "SECRET", "TOP-SECRET");

    private Levels() {}

    /** Its place on the common scale; negative for what is none. */
    static int rank(String level) {
        return LOWEST_FIRST.indexOf(level);
    }
}
