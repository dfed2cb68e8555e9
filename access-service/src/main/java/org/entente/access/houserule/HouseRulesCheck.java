package org.entente.access.houserule;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.entente.access.expression.Expression;
import org.entente.access.expression.Facts;
import org.entente.access.expression.RefusedExpressionException;
import org.entente.access.vocabulary.Document;
import org.entente.access.vocabulary.Vocabulary;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/** Whether proposed rules make sense and stay within bounds; a 400 problem names the first field that does not. */
final class HouseRulesCheck {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final int MOST_TYPES = 20;
    private static final int MOST_ENTITIES = 1000;
    private static final int MOST_ACTIONS = 50;
    private static final int MOST_RULES = 50;
    private static final int LONGEST_IDENTIFIER = 200;
    private static final int LONGEST_EXPRESSION = 2000;
    private static final int LARGEST = 1_000_000;
    /** Elementary steps of a search that tries every rule on every entity: a fraction of a second. */
    private static final double MOST_STEPS = 2_000_000;

    private HouseRulesCheck() {}

    static HouseRules checked(@Nullable HouseRules stated) {
        HouseRules rules = Vocabulary.present(stated, "");
        requireName(rules.name(), "/name");
        requireTypes(rules.resourceTypes());
        requireEntities(rules.subjects(), "/subjects");
        requireEntities(rules.resources(), "/resources");
        requireActions(rules.actions());
        double cost = cost(rules.rules());
        int inventory = Math.max(rules.subjects().size(), rules.resources().size());
        if (cost * Math.max(1, inventory) > MOST_STEPS) {
            throw Problem.badRequest("/rules", "cost too much in a search over " + inventory + " entities");
        }
        if (Document.write(rules).length() > LARGEST) {
            throw Problem.tooLarge("", "has more than " + LARGEST + " characters");
        }
        return rules;
    }

    private static void requireTypes(List<String> types) {
        requireCount(types, 1, MOST_TYPES, "/resourceTypes");
        Set<String> known = new HashSet<>();
        for (int index = 0; index < types.size(); index++) {
            String place = "/resourceTypes/" + index;
            String type = Vocabulary.text(types.get(index), place, LONGEST_IDENTIFIER);
            if (type.equals(HouseRules.ASSET)) {
                throw Problem.badRequest(place, "is never governed by house rules");
            }
            requireNew(known.add(type), place);
        }
    }

    private static void requireEntities(List<HouseRules.Entity> entities, String pointer) {
        requireCount(entities, 0, MOST_ENTITIES, pointer);
        Set<List<String>> known = new HashSet<>();
        for (int index = 0; index < entities.size(); index++) {
            String place = pointer + "/" + index;
            HouseRules.Entity entity = Vocabulary.present(entities.get(index), place);
            String type = Vocabulary.text(entity.type(), place + "/type", LONGEST_IDENTIFIER);
            String id = Vocabulary.text(entity.id(), place + "/id", LONGEST_IDENTIFIER);
            requireNew(known.add(List.of(type, id)), place);
            requireReadable(entity.properties(), place);
        }
    }

    private static void requireActions(List<HouseRules.Action> actions) {
        requireCount(actions, 0, MOST_ACTIONS, "/actions");
        Set<String> known = new HashSet<>();
        for (int index = 0; index < actions.size(); index++) {
            String place = "/actions/" + index;
            HouseRules.Action action = Vocabulary.present(actions.get(index), place);
            requireNew(known.add(Vocabulary.text(action.name(), place + "/name", LONGEST_IDENTIFIER)), place);
            requireReadable(action.properties(), place);
        }
    }

    /** All rules together, each at its worst. */
    private static double cost(List<HouseRules.Rule> rules) {
        requireCount(rules, 1, MOST_RULES, "/rules");
        Set<String> known = new HashSet<>();
        double cost = 0;
        for (int index = 0; index < rules.size(); index++) {
            String place = "/rules/" + index;
            HouseRules.Rule rule = Vocabulary.present(rules.get(index), place);
            requireName(rule.name(), place + "/name");
            requireNew(known.add(rule.name()), place + "/name");
            cost += cost(rule.permit(), place + "/permit");
        }
        return cost;
    }

    private static double cost(@Nullable String expression, String pointer) {
        try {
            return Expression.of(Vocabulary.text(expression, pointer, LONGEST_EXPRESSION))
                    .cost();
        } catch (RefusedExpressionException refusal) {
            throw Problem.badRequest(pointer, refusal.why());
        }
    }

    private static void requireName(@Nullable String name, String pointer) {
        if (!NAME.matcher(Vocabulary.present(name, pointer)).matches()) {
            throw Problem.badRequest(pointer, "must have 1 to 63 of a–z, 0–9 and -");
        }
    }

    private static void requireReadable(@Nullable ObjectNode properties, String place) {
        if (properties != null && !Facts.isReadable(properties)) {
            throw Problem.badRequest(place + "/properties", "are more than rules may read");
        }
    }

    private static void requireCount(List<?> list, int least, int most, String pointer) {
        if (list.size() < least || list.size() > most) {
            throw Problem.badRequest(pointer, "must have " + least + " to " + most + " entries");
        }
    }

    private static void requireNew(boolean isNew, String pointer) {
        if (!isNew) {
            throw Problem.badRequest(pointer, "is there twice");
        }
    }
}
