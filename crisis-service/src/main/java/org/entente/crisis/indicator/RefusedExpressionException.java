package org.entente.crisis.indicator;

/** What is no expression over indicators; the message says why, as the end of a sentence. */
public final class RefusedExpressionException extends RuntimeException {
    private static final long serialVersionUID = 1;

    RefusedExpressionException(String why) {
        super(why, null, false, false);
    }

    public String why() {
        return String.valueOf(getMessage());
    }
}
