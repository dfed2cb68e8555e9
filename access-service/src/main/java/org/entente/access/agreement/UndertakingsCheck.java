package org.entente.access.agreement;

import java.time.Period;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.entente.access.vocabulary.Vocabulary;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/** Whether undertakings make sense together with the agreed actions; a 400 problem names the first that does not. */
final class UndertakingsCheck {
    private static final String POINTER = "/undertakings";
    private static final int LONGEST_LIST = 50;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_TEXT = 20_000;
    private static final int MOST_MONTHS = 1_200;
    private static final int MOST_DAYS = 36_500;

    private UndertakingsCheck() {}

    static @Nullable Undertakings checked(@Nullable Undertakings stated, List<String> actions) {
        if (stated == null) {
            return null;
        }
        requirePeriod(stated.retention(), POINTER + "/retention");
        requirePeriod(stated.reviewEvery(), POINTER + "/reviewEvery");
        requireOnward(stated.onward(), actions);
        requireShort(stated.obligations(), POINTER + "/obligations");
        requireConsequences(stated.consequences());
        requireClauses(stated.clauses());
        return stated;
    }

    private static void requirePeriod(@Nullable Period period, String pointer) {
        if (period == null) {
            return;
        }
        boolean isTime = !period.isNegative() && !period.isZero();
        if (!isTime || period.toTotalMonths() > MOST_MONTHS || period.getDays() > MOST_DAYS) {
            throw Problem.badRequest(pointer, "must be a period of more than nothing and at most 100 years");
        }
    }

    private static void requireOnward(@Nullable Onward onward, List<String> actions) {
        if (onward == null) {
            return;
        }
        String pointer = POINTER + "/onward";
        Onward.Rule rule = Vocabulary.present(onward.rule(), pointer + "/rule");
        requireShort(onward.partners(), pointer + "/partners");
        if ((rule == Onward.Rule.NAMED) == onward.partners().isEmpty()) {
            throw Problem.badRequest(pointer + "/partners", "must be stated where they are named, and only then");
        }
        if (onward.partners().stream().anyMatch(code -> code.isBlank() || code.length() > LONGEST_NAME)) {
            throw Problem.badRequest(pointer + "/partners", "must be codes of partners");
        }
        if (rule == Onward.Rule.NONE && actions.contains("redistribute")) {
            throw Problem.badRequest(pointer + "/rule", "forbids what the actions allow");
        }
    }

    private static void requireConsequences(List<Consequence> consequences) {
        Set<Severity> severities = new HashSet<>();
        for (int index = 0; index < consequences.size(); index++) {
            String place = POINTER + "/consequences/" + index;
            Consequence consequence = consequences.get(index);
            if (!severities.add(Vocabulary.present(consequence.severity(), place + "/severity"))) {
                throw Problem.badRequest(place + "/severity", "is there twice");
            }
            if (consequence.steps().isEmpty()) {
                throw Problem.badRequest(place + "/steps", "must have 1 or more entries");
            }
            requireShort(consequence.steps(), place + "/steps");
            requirePeriod(consequence.lasting(), place + "/lasting");
        }
    }

    private static void requireClauses(List<Clause> clauses) {
        requireShort(clauses, POINTER + "/clauses");
        Set<String> names = new HashSet<>();
        for (int index = 0; index < clauses.size(); index++) {
            String place = POINTER + "/clauses/" + index;
            Clause clause = clauses.get(index);
            if (!names.add(Vocabulary.text(clause.name(), place + "/name", LONGEST_NAME))) {
                throw Problem.badRequest(place + "/name", "is there twice");
            }
            Vocabulary.text(clause.text(), place + "/text", LONGEST_TEXT);
            if (clause.about() != null && Article.named(clause.about()).isEmpty()) {
                throw Problem.badRequest(place + "/about", "is none of the articles " + Article.names());
            }
        }
    }

    private static void requireShort(List<?> list, String pointer) {
        if (list.size() > LONGEST_LIST) {
            throw Problem.badRequest(pointer, "must have at most " + LONGEST_LIST + " entries");
        }
    }
}
