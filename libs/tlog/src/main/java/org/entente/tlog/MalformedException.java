package org.entente.tlog;

/** Text or bytes that are not of the format they claim to be; the message says where, never what was found. */
public final class MalformedException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** @param message says where, never what was found */
    public MalformedException(String message) {
        super(message);
    }
}
