package org.entente.label.stix;

import org.entente.label.LabelException;

/** A bundle that is no STIX 2.1 bundle, or whose markings are not understood, and the place that is to blame. */
public final class StixException extends RuntimeException {

    private final String pointer;
    private final String detail;

    /**
     * @param pointer RFC 6901, into the bundle; empty for the whole of it
     * @param detail what is wrong, as a predicate of that place
     */
    public StixException(String pointer, String detail) {
        super(pointer.isEmpty() ? detail : pointer + " " + detail);
        this.pointer = pointer;
        this.detail = detail;
    }

    static StixException of(String pointer, LabelException fault) {
        return new StixException(pointer + fault.pointer(), fault.detail());
    }

    public String pointer() {
        return pointer;
    }

    public String detail() {
        return detail;
    }
}
