package org.entente.benchmarks.workload;

import java.util.List;
import java.util.Map;

/** The vocabulary of the workload. */
public final class Words {
    public static final String HOME = "XAA";

    /** Lowest first; the rank of a level is its place. */
    public static final List<String> LEVELS =
            List.of("UNCLASSIFIED", "RESTRICTED", "CONFIDENTIAL", "SECRET", "TOP-SECRET");

    public static final List<String> PURPOSES = List.of(
            "situational-awareness",
            "cyber-defence",
            "force-protection",
            "counter-terrorism",
            "law-enforcement",
            "disaster-relief",
            "crisis-response");

    public static final List<String> CATEGORIES = List.of("situational-awareness", "shared-analysis", "sensitive");

    public static final List<String> SHOWING = List.of("discover", "view");

    public static final List<String> HANDING_OVER = List.of("release", "redistribute");

    /** Weakest first. */
    public static final List<String> ASSURANCES = List.of("password", "otp", "hardware");

    public static final List<String> COMPARTMENTS = List.of("ORION", "LYRA", "CYGNUS", "DRACO");

    private static final Map<String, Integer> TIERS =
            Map.of("situational-awareness", 1, "shared-analysis", 2, "sensitive", 3);

    private Words() {}

    public static int tier(String category) {
        return TIERS.getOrDefault(category, 4);
    }

    /** The deepest tier that one of the categories asks for. */
    public static int tier(List<String> categories) {
        return categories.stream().mapToInt(Words::tier).max().orElse(4);
    }
}
