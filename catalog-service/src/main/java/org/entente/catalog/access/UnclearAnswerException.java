package org.entente.catalog.access;

/** What came back is no answer to the question; nothing may be concluded from it. */
final class UnclearAnswerException extends RuntimeException {
    UnclearAnswerException(String message) {
        super(message);
    }
}
