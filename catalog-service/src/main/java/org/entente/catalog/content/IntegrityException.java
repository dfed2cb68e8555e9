package org.entente.catalog.content;

/** Stored content is not what was stored: changed, moved, relabelled or stripped. */
public final class IntegrityException extends RuntimeException {
    private final String part;

    /** @param part what of the asset it is: the identifier of a portion, or what else is kept; never content */
    public IntegrityException(String part) {
        super(part + " is not what was stored", null, false, false);
        this.part = part;
    }

    String part() {
        return part;
    }
}
