package org.entente.events.order;

/** An order that cannot be believed; the message says why. */
public final class RefusedOrderException extends RuntimeException {
    private static final long serialVersionUID = 1;

    RefusedOrderException(String why) {
        super(why, null, false, false);
    }
}
