package org.entente.access.decision;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.label.Label;
import org.jspecify.annotations.Nullable;

/**
 * What the announcement of a decision tells beyond the decision itself, for audit-service to know what is usual: whose person asked from
 * where, about which kinds of information, and under which grants. Where the partner reads it, it says only what the partner was shown.
 */
final class Watched {
    private static final String GRANT = "grant ";
    private static final String PLAN = "plan ";
    private static final String ACTIVATION = ", activation ";
    private static final int MOST = 64;
    private static final Pattern IPV4 = Pattern.compile("(\\d{1,3}\\.\\d{1,3}\\.\\d{1,3})\\.\\d{1,3}");
    private static final Pattern IPV6 = Pattern.compile("([0-9a-fA-F]{1,4}:[0-9a-fA-F]{1,4}:[0-9a-fA-F]{1,4}):.*");

    private Watched() {}

    /** Adds it to the data of the event; nothing for what is not about an asset. */
    static void add(ObjectNode data, Taken taken) {
        if (!(taken.asked().question() instanceof Question.OfAsset ofAsset)) {
            return;
        }
        Asked asked = taken.asked();
        put(data, "partner", ofAsset.person().partner());
        put(data, "unit", asked.text("/subject/properties/unit"));
        put(data, "country", ofAsset.person().country());
        put(data, "network", network(ofAsset.person().address()));
        Decision decision = taken.decision();
        List<String> shown = decision.view().portions();
        categories(ofAsset.asset(), taken.reader() == null ? null : shown).forEach(data.putArray("categories")::add);
        Set<String> grants = new TreeSet<>();
        decision.explanation().home().permitted().forEach(permitted -> permitted.clauses().stream()
                .filter(clause -> clause.startsWith(GRANT))
                .forEach(clause -> grants.add(clause.substring(GRANT.length()))));
        grants.stream().limit(MOST).forEach(data.putArray("grants")::add);
        addExpedited(data, decision);
    }

    /** How many portions go only because of an activation, by activation; crisis-service shows who sees more than usual. */
    private static void addExpedited(ObjectNode data, Decision decision) {
        Map<String, Integer> portions = new TreeMap<>();
        decision.explanation().home().permitted().forEach(permitted -> permitted.clauses().stream()
                .filter(clause -> clause.startsWith(PLAN) && clause.contains(ACTIVATION))
                .map(clause -> clause.substring(clause.lastIndexOf(ACTIVATION) + ACTIVATION.length()))
                .forEach(activation -> portions.merge(activation, permitted.portions(), Integer::sum)));
        if (!portions.isEmpty()) {
            ArrayNode expedited = data.putArray("expedited");
            portions.forEach((activation, count) ->
                    expedited.addObject().put("activation", activation).put("portions", count));
        }
    }

    /** @param only the portions that count; absent for all */
    private static Set<String> categories(Question.Asset asset, @Nullable List<String> only) {
        Set<String> counted = only == null ? Set.of() : new HashSet<>(only);
        Set<Label> labels = new HashSet<>();
        Set<String> categories = new TreeSet<>();
        for (Question.Portion portion : asset.portions()) {
            if (only == null || counted.contains(portion.id())) {
                Label label = label(asset, portion.label());
                // Many portions are under few labels.
                if (label != null && labels.add(label) && label.categories() != null && categories.size() < MOST) {
                    categories.addAll(label.categories());
                }
            }
        }
        return categories;
    }

    /** How many of these portions are in each category. */
    static Map<String, Integer> counted(Question.Asset asset, Set<String> only) {
        Map<String, Integer> categories = new TreeMap<>();
        for (Question.Portion portion : asset.portions()) {
            Label label = only.contains(portion.id()) ? label(asset, portion.label()) : null;
            if (label != null && label.categories() != null) {
                label.categories().forEach(category -> categories.merge(category, 1, Integer::sum));
            }
        }
        return categories;
    }

    static @Nullable Label label(Question.Asset asset, @Nullable StatedLabel stated) {
        StatedLabel meant =
                stated instanceof StatedLabel.Named named ? asset.labels().get(named.key()) : stated;
        return meant instanceof StatedLabel.Readable readable ? readable.label() : null;
    }

    /** The address without its last part, which tells people of one office apart; empty for what is no address. */
    static @Nullable String network(@Nullable String address) {
        if (address == null) {
            return null;
        }
        Matcher four = IPV4.matcher(address);
        if (four.matches()) {
            return four.group(1) + ".0/24";
        }
        Matcher six = IPV6.matcher(address);
        return six.matches() ? six.group(1).toLowerCase(Locale.ROOT) + "::/48" : null;
    }

    private static void put(ObjectNode data, String field, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            data.put(field, value);
        }
    }
}
