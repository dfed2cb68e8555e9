package org.entente.benchmarks.workload;

/**
 * An engine that has compiled the policy of a workload and holds its requests in the form it takes them.
 *
 * @param <D> what it answers
 */
public interface Engine<D> {

    /** Decides the request of that index. */
    D decide(int request);

    /** Whether the answer lets the portion go. */
    boolean permits(D decision);
}
