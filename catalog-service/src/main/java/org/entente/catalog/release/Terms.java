package org.entente.catalog.release;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.catalog.access.Decision;
import org.entente.catalog.holding.Duties;

/**
 * On what a release rests, and what it obliges to.
 *
 * @param epoch of the policy that was decided on
 * @param agreements by their identifiers
 * @param clauses under which it is shared, as the partner may read them
 */
@RegisterForReflection
record Terms(JsonNode epoch, List<String> agreements, List<String> clauses, List<JsonNode> obligations) {
    private static final Pattern AGREEMENT = Pattern.compile("agreement (\\S+) v\\d+.*");

    static Terms of(Duties duties) {
        Decision decision = duties.decision();
        List<String> clauses = new ArrayList<>();
        decision.explanation().path("clauses").forEach(clause -> clauses.add(clause.asText()));
        TreeSet<String> agreements = new TreeSet<>();
        for (String clause : clauses) {
            Matcher agreement = AGREEMENT.matcher(clause);
            if (agreement.matches()) {
                agreements.add(agreement.group(1));
            }
        }
        return new Terms(decision.epoch(), List.copyOf(agreements), clauses, duties.told());
    }
}
