package org.entente.access.received;

/** An event that no repetition can make acceptable; it is parked where the operator sees it, and can replay it. */
public final class RefusedEventException extends RuntimeException {
    public RefusedEventException(String message) {
        super(message);
    }
}
