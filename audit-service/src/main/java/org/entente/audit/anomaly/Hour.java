package org.entente.audit.anomaly;

import java.util.ArrayList;
import java.util.List;

/** An hour of one subject, as far as it has gone. */
final class Hour {

    private static final int MOST_INDEXES = 50;
    private static final double KIBIBYTE = 1024;

    /** What the numbers of {@link #features} say, for people. */
    static final List<String> FEATURES = List.of(
            "accesses",
            "different assets",
            "denials",
            "kilobytes sent",
            "copies handed over",
            "accesses to unusual categories",
            "new networks",
            "how unusual the hour is");

    private long number = -1;
    private int accesses;
    private int denials;
    private int copies;
    private long bytes;
    private int unusual;
    private int newNetworks;
    private double oddness;
    private final Sketch assets = new Sketch();
    private final List<Long> indexes = new ArrayList<>();

    void begin(long hour) {
        number = hour;
        accesses = 0;
        denials = 0;
        copies = 0;
        bytes = 0;
        unusual = 0;
        newNetworks = 0;
        oddness = 0;
        assets.clear();
        indexes.clear();
    }

    void count(Access access) {
        Access.Deed deed = access.deed();
        // A decision precedes what is shown to partners; what the home side is shown is not decided.
        if (deed.kind() == Access.Kind.ASKED || access.by().partner() == null) {
            accesses++;
        }
        denials += deed.permitted() ? 0 : 1;
        copies += deed.kind() == Access.Kind.HANDED_OVER ? 1 : 0;
        bytes += deed.bytes();
        if (!deed.asset().isEmpty()) {
            assets.add(deed.asset());
        }
        if (indexes.size() == MOST_INDEXES) {
            indexes.remove(0);
        }
        indexes.add(access.index());
    }

    void countUnusual() {
        unusual++;
    }

    void countNewNetwork() {
        newNetworks++;
    }

    /** @param share 0 at a usual hour to 1 at one without any access before */
    void isOdd(double share) {
        oddness = share;
    }

    long number() {
        return number;
    }

    int accesses() {
        return accesses;
    }

    int denials() {
        return denials;
    }

    int unusual() {
        return unusual;
    }

    /** Indexes of the latest accesses in the log. */
    List<Long> indexes() {
        return List.copyOf(indexes);
    }

    /** The hour as a point; counts by their logarithm. */
    double[] features() {
        return new double[] {
            Math.log1p(accesses),
            Math.log1p(assets.count()),
            Math.log1p(denials),
            Math.log1p(bytes / KIBIBYTE) / 2,
            Math.log1p(copies),
            Math.log1p(unusual),
            Math.log1p(newNetworks),
            oddness
        };
    }
}
