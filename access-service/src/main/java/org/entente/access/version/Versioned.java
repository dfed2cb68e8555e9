package org.entente.access.version;

/** Something whose every change has a number. */
public interface Versioned {
    /** The number of its last change, as it stands in its entity tag. */
    long version();
}
