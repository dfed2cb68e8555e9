package org.entente.audit.log;

/** The stored log is not, or not wholly, the one that was published; the message says what to do. */
final class RolledBackException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    RolledBackException(String message) {
        super(message);
    }
}
