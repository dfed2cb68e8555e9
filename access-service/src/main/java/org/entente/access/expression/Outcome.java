package org.entente.access.expression;

/** What became of an expression; only {@link #MET} ever permits anything. */
public enum Outcome {
    MET,
    UNMET,
    /** Something was missing, had another type, or was too much: as good as unmet. */
    FAILED;

    public boolean isMet() {
        return this == MET;
    }

    /** What to add to a clause that names the expression. */
    public String remark() {
        return switch (this) {
            case MET, UNMET -> "";
            case FAILED -> " (cannot be evaluated)";
        };
    }
}
