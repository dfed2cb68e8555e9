package org.entente.access.agreement;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What an agreement demands of surroundings, in words; empty where it demands nothing. */
final class DemandsInWords {
    private static final Demands NONE = new Demands(null, List.of(), List.of());

    private DemandsInWords() {}

    static String assurance(Terms terms) {
        Demands demands = of(terms);
        return demands.assurance() == null
                ? ""
                : "Readers have logged in by " + demands.assurance().name().toLowerCase(Locale.ROOT) + " or better.";
    }

    static String countries(Terms terms) {
        List<String> countries = of(terms).countries();
        return countries.isEmpty() ? "" : "Readers are in " + String.join(", ", countries) + ".";
    }

    static String networks(Terms terms) {
        List<Network> networks = of(terms).networks();
        return networks.isEmpty() ? "" : "Readers come from the networks " + Article.listed(networks) + ".";
    }

    static String training(Terms terms) {
        Demands demands = of(terms);
        String always = demands.training().isEmpty()
                ? ""
                : "Readers have attended " + String.join(", ", demands.training()) + ".";
        String deeper = demands.trainingByTier().entrySet().stream()
                .map(entry -> "From tier " + entry.getKey() + " on also " + String.join(", ", entry.getValue()) + ".")
                .collect(Collectors.joining(" "));
        return (always + " " + deeper).strip();
    }

    static String conditions(Terms terms) {
        return terms.conditions().stream()
                .map(condition -> "Clause " + condition.clause() + ": " + condition.expression())
                .collect(Collectors.joining("\n"));
    }

    private static Demands of(Terms terms) {
        return terms.demands() == null ? NONE : terms.demands();
    }
}
