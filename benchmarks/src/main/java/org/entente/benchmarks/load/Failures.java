package org.entente.benchmarks.load;

/** Calls that were not answered, or not rightly; a measurement says how many they were. */
final class Failures {
    private int count;

    synchronized void add(Throwable fault) {
        if (count++ == 0) {
            System.out.println("The first that failed: " + fault);
        }
    }

    synchronized int count() {
        return count;
    }
}
