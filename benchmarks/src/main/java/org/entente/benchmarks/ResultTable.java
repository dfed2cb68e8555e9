package org.entente.benchmarks;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** Results in Markdown: a row per contender, a column per size, each with the half-width of its 99.9 % interval. */
final class ResultTable {
    private ResultTable() {}

    static String of(String title, Collection<RunResult> results) {
        Map<String, String> sizes = new LinkedHashMap<>();
        Map<String, Map<String, String>> rows = new LinkedHashMap<>();
        for (RunResult result : results) {
            String size = result.getParams().getParam("size");
            sizes.put(size, "---:");
            rows.computeIfAbsent(result.getParams().getParam("contender"), contender -> new LinkedHashMap<>())
                    .put(size, cell(result.getPrimaryResult()));
        }
        String body = new TreeSet<>(rows.keySet())
                .stream()
                        .map(contender -> row(
                                contender,
                                sizes.keySet().stream()
                                        .map(size -> rows.get(contender).getOrDefault(size, ""))
                                        .toList()))
                        .collect(Collectors.joining());
        return row(title, sizes.keySet()) + row("---", sizes.values()) + body;
    }

    private static String row(String first, Collection<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| " + first + " | ", " |\n"));
    }

    private static String cell(Result<?> result) {
        return String.format(Locale.ROOT, "%.2f ± %.2f", result.getScore(), result.getScoreError());
    }
}
