package org.entente.benchmarks.workload;

/**
 * How large a workload is.
 *
 * @param agreements in all
 * @param partners among whom they are dealt in turn
 */
public record Size(int agreements, int partners) {

    /** The size that is written {@code agreements/partners}. */
    public static Size parse(String text) {
        int slash = text.indexOf('/');
        return new Size(Integer.parseInt(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
    }

    @Override
    public String toString() {
        return agreements + "/" + partners;
    }
}
