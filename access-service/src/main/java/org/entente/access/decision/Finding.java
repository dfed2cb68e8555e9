package org.entente.access.decision;

/**
 * An unmet condition.
 *
 * @param clause what speaks: of an agreement, a grant, the label, the posture
 */
record Finding(Code code, String clause) {}
