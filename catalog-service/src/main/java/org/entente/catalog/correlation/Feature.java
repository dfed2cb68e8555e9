package org.entente.catalog.correlation;

/**
 * Something that an object is about, in the one form that it has wherever it is written.
 *
 * @param holds whether the object's originator has it, rather than having seen another's
 */
record Feature(Kind kind, String type, String value, boolean holds) {
    /** What can match. */
    enum Kind {
        OBSERVABLE,
        IDENTITY,
        SIGHTING
    }

    static Feature observable(String type, String value) {
        return new Feature(Kind.OBSERVABLE, type, value, true);
    }
}
