package org.entente.catalog.masking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path to fields: a STIX selector (STIX 2.1 section 7.2.3.1) in which {@code [*]} stands for every element, or a JSON
 * path (RFC 9535) of names, indices, wildcards and descendants; filters and slices are not understood.
 */
record FieldPath(List<Step> steps) {
    private static final int LONGEST = 512;
    private static final int MOST_STEPS = 32;
    private static final String NAME = "[A-Za-z_][A-Za-z0-9_-]{0,249}";
    private static final String INDEX = "\\[(?<index>\\d{1,7})]";
    private static final Pattern STIX_STEP =
            Pattern.compile("(?<name>[A-Za-z0-9_-]{1,250})|" + INDEX + "|(?<every>\\[\\*])");
    private static final Pattern JSON_STEP = Pattern.compile("\\.(?<name>" + NAME + ")|\\.\\.(?<anywhere>" + NAME
            + ")|\\[['\"](?<quoted>[^'\"\\\\\\]]{1,250})['\"]]|" + INDEX + "|(?<every>\\[\\*]|\\.\\*)");

    /** Without these a STIX object is none; whoever may not see them may not see the object. */
    private static final Set<String> INSEPARABLE = Set.of("type", "id", "spec_version");

    sealed interface Step {
        record Name(String name) implements Step {}

        record Index(int index) implements Step {}

        record Every() implements Step {}

        /** A member of that name, however deep. */
        record Anywhere(String name) implements Step {}
    }

    /** @throws MaskException at that pointer, where the text is no such path */
    static FieldPath parse(String text, String pointer) {
        if (text.length() > LONGEST) {
            throw new MaskException(pointer, "must have at most " + LONGEST + " characters");
        }
        List<Step> steps = text.startsWith("$") ? json(text, pointer) : stix(text, pointer);
        if (steps.isEmpty() || steps.size() > MOST_STEPS) {
            throw new MaskException(pointer, "must have 1 to " + MOST_STEPS + " steps");
        }
        if (steps.size() == 1 && steps.get(0) instanceof Step.Name name && INSEPARABLE.contains(name.name())) {
            throw new MaskException(pointer, "names what makes the object one, and cannot be masked by itself");
        }
        return new FieldPath(steps);
    }

    private static List<Step> stix(String text, String pointer) {
        List<Step> steps = new ArrayList<>();
        for (String step : text.split("\\.", -1)) {
            Matcher matcher = STIX_STEP.matcher(step);
            if (!matcher.matches()) {
                throw new MaskException(pointer, "is neither a STIX selector nor a JSON path");
            }
            steps.add(matcher.group("name") != null ? new Step.Name(matcher.group("name")) : element(matcher));
        }
        return steps;
    }

    private static List<Step> json(String text, String pointer) {
        List<Step> steps = new ArrayList<>();
        Matcher matcher = JSON_STEP.matcher(text).region(1, text.length());
        while (matcher.lookingAt()) {
            steps.add(jsonStep(matcher));
            matcher.region(matcher.end(), text.length());
        }
        if (matcher.regionStart() != text.length()) {
            throw new MaskException(pointer, "is not a JSON path of names, indices, wildcards and descendants");
        }
        return steps;
    }

    private static Step jsonStep(Matcher matcher) {
        if (matcher.group("anywhere") != null) {
            return new Step.Anywhere(matcher.group("anywhere"));
        }
        return Optional.ofNullable(matcher.group("name"))
                .or(() -> Optional.ofNullable(matcher.group("quoted")))
                .<Step>map(Step.Name::new)
                .orElseGet(() -> element(matcher));
    }

    private static Step element(Matcher matcher) {
        return matcher.group("every") != null
                ? new Step.Every()
                : new Step.Index(Integer.parseInt(matcher.group("index")));
    }

    /**
     * Changes in place whatever is found at the path; what vanishes leaves a {@code null}.
     *
     * @param change from the name of the member, empty for an element, and its value
     */
    void change(JsonNode root, BiFunction<String, JsonNode, Optional<JsonNode>> change) {
        change(root, 0, change);
    }

    private void change(JsonNode node, int at, BiFunction<String, JsonNode, Optional<JsonNode>> change) {
        Step step = steps.get(at);
        boolean isLast = at == steps.size() - 1;
        if (node instanceof ObjectNode object) {
            for (var member : object.properties()) {
                if (isMeant(step, member.getKey())) {
                    if (isLast) {
                        member.setValue(changed(member.getKey(), member.getValue(), change));
                    } else {
                        change(member.getValue(), at + 1, change);
                    }
                }
                if (step instanceof Step.Anywhere) {
                    change(member.getValue(), at, change);
                }
            }
        } else if (node instanceof ArrayNode array) {
            changeElements(array, at, change);
        }
    }

    private void changeElements(ArrayNode array, int at, BiFunction<String, JsonNode, Optional<JsonNode>> change) {
        Step step = steps.get(at);
        for (int index = 0; index < array.size(); index++) {
            if (step instanceof Step.Anywhere) {
                change(array.get(index), at, change);
            } else if (step instanceof Step.Every || step instanceof Step.Index wanted && wanted.index() == index) {
                if (at == steps.size() - 1) {
                    array.set(index, changed("", array.get(index), change));
                } else {
                    change(array.get(index), at + 1, change);
                }
            }
        }
    }

    private static boolean isMeant(Step step, String member) {
        return step instanceof Step.Every
                || step instanceof Step.Name name && name.name().equals(member)
                || step instanceof Step.Anywhere anywhere && anywhere.name().equals(member);
    }

    private static JsonNode changed(
            String name, JsonNode value, BiFunction<String, JsonNode, Optional<JsonNode>> change) {
        return value.isNull() ? value : change.apply(name, value).orElse(NullNode.getInstance());
    }
}
