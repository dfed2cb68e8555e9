package org.entente.access.expression;

/** That an expression is not taken, and why, in words that complete “the expression …”. */
public final class RefusedExpressionException extends Exception {
    private static final long serialVersionUID = 1;

    RefusedExpressionException(String why) {
        super(why);
    }

    /** What is wrong with it. */
    public String why() {
        return String.valueOf(getMessage());
    }
}
