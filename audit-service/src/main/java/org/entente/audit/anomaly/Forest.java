package org.entente.audit.anomaly;

import com.amazon.randomcutforest.RandomCutForest;
import com.amazon.randomcutforest.returntypes.DiVector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The second tier: whether an hour as a whole lies apart from the hours before, by a random cut forest, and which of its features set
 * it apart. The forest is made anew from the remembered hours, always with the same seed: the same hours give the same verdict on
 * every replica and after every restart.
 */
final class Forest {

    private static final long SEED = 20_261_123L;
    private static final int MOST_REASONS = 3;
    private static final double LEAST_SHARE = 0.15;

    private final RandomCutForest forest;

    private Forest(RandomCutForest forest) {
        this.forest = forest;
    }

    /**
     * How far apart a point lies.
     *
     * @param score about 1 for what is usual, more for what is not
     * @param because the features that set it apart, most telling first
     */
    record Verdict(double score, List<String> because) {}

    /** From remembered hours, oldest first. */
    static Forest of(List<double[]> memory, Settings.Forest settings) {
        RandomCutForest forest = RandomCutForest.builder()
                .dimensions(Hour.FEATURES.size())
                .numberOfTrees(settings.trees())
                .sampleSize(settings.memory())
                .outputAfter(settings.least())
                .randomSeed(SEED)
                .parallelExecutionEnabled(false)
                .build();
        for (double[] features : memory) {
            forest.update(features);
        }
        return new Forest(forest);
    }

    double score(double[] features) {
        return forest.getAnomalyScore(features);
    }

    Verdict judge(double[] features, double worthExplaining) {
        double score = score(features);
        return new Verdict(score, score < worthExplaining ? List.of() : reasons(features));
    }

    private List<String> reasons(double[] features) {
        DiVector attribution = forest.getAnomalyAttribution(features);
        double all = attribution.getHighLowSum();
        List<Integer> telling = IntStream.range(0, features.length)
                .boxed()
                .sorted(Comparator.comparingDouble(index -> -attribution.getHighLowSum(index)))
                .limit(MOST_REASONS)
                .toList();
        List<String> reasons = new ArrayList<>();
        for (int index : telling) {
            double share = attribution.getHighLowSum(index) / all;
            if (share >= LEAST_SHARE) {
                boolean isMore = attribution.high[index] >= attribution.low[index];
                reasons.add(String.format(
                        Locale.ROOT,
                        "%s: %s than usual in this combination (%.0f %% of what sets the hour apart)",
                        Hour.FEATURES.get(index),
                        isMore ? "more" : "less",
                        100 * share));
            }
        }
        return reasons;
    }
}
