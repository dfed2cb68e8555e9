package org.entente.audit.investigation;

import com.fasterxml.jackson.annotation.JsonValue;

/** Where a case stands. */
enum State {
    /** Nobody looks into it yet. */
    OPENED("opened"),
    /** Somebody does. */
    ASSIGNED("assigned"),
    /** One auditor says that it was nothing. */
    DISMISSAL_PROPOSED("dismissal-proposed"),
    /** One auditor says that it was a breach. */
    BREACH_PROPOSED("breach-proposed"),
    /** It was nothing, two auditors say; the end. */
    DISMISSED("dismissed"),
    /** It was a breach, two auditors say; remedies are under way. */
    BREACH("breach"),
    /** Everything that followed from the breach is done; the end. */
    CLOSED("closed");

    private final String wireName;

    State(String wireName) {
        this.wireName = wireName;
    }

    @JsonValue
    public String wireName() {
        return wireName;
    }

    static State of(String wireName) {
        for (State state : values()) {
            if (state.wireName.equals(wireName)) {
                return state;
            }
        }
        throw new IllegalArgumentException(wireName);
    }

    boolean isOver() {
        return this == DISMISSED || this == CLOSED;
    }
}
