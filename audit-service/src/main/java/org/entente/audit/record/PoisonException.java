package org.entente.audit.record;

/** What arrived can never become a record, however often it is tried; the message never quotes it. */
final class PoisonException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PoisonException(String message) {
        super(message, null, false, false);
    }
}
