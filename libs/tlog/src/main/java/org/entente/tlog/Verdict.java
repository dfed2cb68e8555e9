package org.entente.tlog;

/** The outcome of a verification; a refusal says which check failed first. */
public sealed interface Verdict {

    /** Every check passed. */
    record Verified() implements Verdict {}

    /** A check failed. */
    record Refused(Reason reason) implements Verdict {}

    static Verdict verified() {
        return new Verified();
    }

    static Verdict refused(Reason reason) {
        return new Refused(reason);
    }

    /** Verified if {@code holds}, else refused for {@code reason}. */
    static Verdict of(boolean holds, Reason reason) {
        return holds ? verified() : refused(reason);
    }

    default boolean isVerified() {
        return this instanceof Verified;
    }
}
