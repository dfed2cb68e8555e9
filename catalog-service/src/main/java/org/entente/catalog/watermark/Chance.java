package org.entente.catalog.watermark;

import java.util.List;

/** How likely it is that dice alone agree as well; exact, for no bound would be easier. */
final class Chance {
    /** Less than this is not told apart. */
    private static final double LEAST = 1e-300;

    private Chance() {}

    /** By how many of {@code count} throws come out right, at least, where one in {@code forms} does. */
    static double[] ofForms(int count, int forms) {
        double[] exactly = {1};
        for (int thrown = 0; thrown < count; thrown++) {
            double[] next = new double[exactly.length + 1];
            for (int right = 0; right < exactly.length; right++) {
                next[right] += exactly[right] * (forms - 1) / forms;
                next[right + 1] += exactly[right] / forms;
            }
            exactly = next;
        }
        return tail(exactly);
    }

    /** By how many pairs stand in the right order, at least, where each of these numbers of things is in any order. */
    static double[] ofOrders(List<Integer> sizes) {
        double[] exactly = {1};
        for (int size : sizes) {
            for (int things = 2; things <= size; things++) {
                exactly = insertedOneMore(exactly, things);
            }
        }
        return tail(exactly);
    }

    /** The last of so many things stands behind none, one, two … of the others, each equally likely. */
    private static double[] insertedOneMore(double[] exactly, int things) {
        double[] next = new double[exactly.length + things - 1];
        double window = 0;
        for (int right = 0; right < next.length; right++) {
            window = right % things == 0
                    ? sum(exactly, right - things + 1, right)
                    : moved(window, exactly, right, things);
            next[right] = window / things;
        }
        return next;
    }

    private static double moved(double window, double[] exactly, int right, int things) {
        double entering = right < exactly.length ? exactly[right] : 0;
        double leaving = right >= things && right - things < exactly.length ? exactly[right - things] : 0;
        return Math.max(0, window + entering - leaving);
    }

    private static double sum(double[] values, int from, int to) {
        double sum = 0;
        for (int index = Math.max(0, from); index <= Math.min(to, values.length - 1); index++) {
            sum += values[index];
        }
        return sum;
    }

    private static double[] tail(double[] exactly) {
        double[] tail = new double[exactly.length];
        double sum = 0;
        for (int index = exactly.length - 1; index >= 0; index--) {
            sum += exactly[index];
            tail[index] = Math.min(1, Math.max(LEAST, sum));
        }
        return tail;
    }
}
