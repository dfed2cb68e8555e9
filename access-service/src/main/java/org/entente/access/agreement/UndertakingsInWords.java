package org.entente.access.agreement;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the parties undertake, in words; empty where they undertake nothing. */
final class UndertakingsInWords {
    private UndertakingsInWords() {}

    static String retention(Terms terms) {
        return terms.undertaken().retention() == null
                ? ""
                : "Copies are destroyed " + terms.undertaken().retention()
                        + " after they were handed over, and no later than the agreement or the grant ends.";
    }

    static String onward(Terms terms) {
        Onward onward = terms.undertaken().onward();
        if (onward == null) {
            return "";
        }
        return switch (onward.rule()) {
            case NONE -> "Nothing is passed on to anybody.";
            case NAMED -> "It may be passed on to " + String.join(", ", onward.partners()) + ", and to nobody else.";
            case ORIGINATOR_CONSENT -> "It is passed on only with the originator's consent, each time.";
        };
    }

    static String obligations(Terms terms) {
        List<Duty> duties = terms.undertaken().obligations();
        return duties.isEmpty()
                ? ""
                : "Each time: "
                        + duties.stream()
                                .map(Duty::wireName)
                                .collect(Collectors.joining(", "))
                                .replace('-', ' ')
                        + ".";
    }

    static String consequences(Terms terms) {
        return terms.undertaken().consequences().stream()
                .map(UndertakingsInWords::consequence)
                .collect(Collectors.joining("\n"));
    }

    private static String consequence(Consequence consequence) {
        String steps = consequence.steps().stream()
                .map(step -> step.wireName().replace('-', ' '))
                .collect(Collectors.joining(", "));
        String lasting = consequence.lasting() == null ? "" : ", for " + consequence.lasting();
        return "A " + consequence.severity().name().toLowerCase(Locale.ROOT) + " breach: " + steps + lasting + ".";
    }

    static String review(Terms terms) {
        return terms.undertaken().reviewEvery() == null
                ? ""
                : "The parties review it every " + terms.undertaken().reviewEvery() + ".";
    }

    static String clauses(Terms terms) {
        return terms.undertaken().clauses().stream()
                .map(clause -> clause.name() + ": " + clause.text())
                .collect(Collectors.joining("\n"));
    }
}
