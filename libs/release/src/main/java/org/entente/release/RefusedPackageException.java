package org.entente.release;

/** Something of a package does not hold. */
public final class RefusedPackageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String place;

    RefusedPackageException(Reason reason, String place) {
        super(place + ": " + reason.explanation(), null, false, false);
        this.reason = reason;
        this.place = place;
    }

    public Reason reason() {
        return reason;
    }

    /** Which file, object or part of the manifest it is. */
    public String place() {
        return place;
    }
}
