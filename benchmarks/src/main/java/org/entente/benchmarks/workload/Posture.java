package org.entente.benchmarks.workload;

/** How far a partner is trusted. */
public enum Posture {
    NORMAL,
    WATCH,
    CONTAINED,
    SUSPENDED;

    /** The deepest tier that a contained partner may look at. */
    public static final int CONTAINED_TIER = 1;
}
