package org.entente.access.agreement;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.entente.access.expression.Expression;
import org.entente.access.expression.RefusedExpressionException;
import org.entente.access.vocabulary.Vocabulary;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/** Whether proposed conditions can be evaluated at a bounded cost; a 400 problem names the first that cannot. */
final class ConditionsCheck {
    private static final String POINTER = "/conditions";
    private static final int MOST = 20;
    private static final int LONGEST_CLAUSE = 100;
    private static final int LONGEST_EXPRESSION = 2000;

    private ConditionsCheck() {}

    static List<Condition> checked(@Nullable List<@Nullable Condition> stated) {
        if (stated == null) {
            return List.of();
        }
        if (stated.size() > MOST) {
            throw Problem.badRequest(POINTER, "must have at most " + MOST + " entries");
        }
        List<Condition> conditions = new ArrayList<>();
        Set<String> clauses = new HashSet<>();
        for (int index = 0; index < stated.size(); index++) {
            String place = POINTER + "/" + index;
            Condition condition = Vocabulary.present(stated.get(index), place);
            if (!clauses.add(Vocabulary.text(condition.clause(), place + "/clause", LONGEST_CLAUSE))) {
                throw Problem.badRequest(place + "/clause", "is there twice");
            }
            requireExpression(condition.expression(), place + "/expression");
            conditions.add(condition);
        }
        return conditions;
    }

    private static void requireExpression(@Nullable String source, String pointer) {
        try {
            Expression expression = Expression.of(Vocabulary.text(source, pointer, LONGEST_EXPRESSION));
            Set<String> unknown = new TreeSet<>(expression.ofResource());
            unknown.removeAll(Condition.OF_RESOURCE);
            if (!unknown.isEmpty()) {
                throw Problem.badRequest(
                        pointer,
                        "asks for resource." + unknown.iterator().next() + "; of the resource a condition knows "
                                + String.join(", ", Condition.OF_RESOURCE));
            }
        } catch (RefusedExpressionException refusal) {
            throw Problem.badRequest(pointer, refusal.why());
        }
    }
}
