package org.entente.label;

/**
 * A level of a marking policy, compared with others by its place.
 *
 * @param rank its place in its own policy, lowest 0
 * @param common its place in {@code ALLIANCE}
 * @param readsForeign the highest common level of other policies' material that a clearance of this level reads: its own,
 *     unless a higher level of its policy has the same; −1 for none
 */
public record Classification(String policy, String level, int rank, int common, int readsForeign) {

    /** The higher of the two; across policies, the higher common level. */
    public Classification highest(Classification other) {
        if (policy.equals(other.policy)) {
            return rank >= other.rank ? this : other;
        }
        return CommonScale.level(Math.max(common, other.common));
    }

    /** Whether a clearance of this level reads material of the other. */
    public boolean dominates(Classification material) {
        return policy.equals(material.policy) ? rank >= material.rank : readsForeign >= material.common;
    }

    @Override
    public String toString() {
        return policy + " " + level;
    }
}
