package org.entente.audit.examination;

/** Who moves, by {@code sub}, and as what. */
record Mover(String subject, Part part) {

    /** As what somebody moves. */
    enum Part {
        /** An auditor of the home side. */
        AUDITOR,
        /** The examiner, in their time. */
        EXAMINER,
        /** Anybody else, to whom there are no examinations. */
        STRANGER
    }

    boolean isAuditor() {
        return part == Part.AUDITOR;
    }

    boolean isExaminer() {
        return part == Part.EXAMINER;
    }
}
