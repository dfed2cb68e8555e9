package org.entente.catalog.masking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.entente.catalog.masking.CompiledMask.Target;
import org.entente.catalog.masking.CompiledMask.Treatment;
import org.entente.label.stix.StixPortions;

/**
 * Applies masks to content, which is a STIX object, other JSON, or a text. The same masks always make the same of the same
 * content; what is not understood is not shown.
 */
public final class Masking {
    private static final String DOCUMENT_TEXT = "markdown";

    private final Generalisation generalisation;
    private final TextMasks texts;
    private final Pseudonyms pseudonyms;

    Masking(Places places, Pseudonyms pseudonyms) {
        this.generalisation = new Generalisation(places);
        this.texts = new TextMasks(places, pseudonyms);
        this.pseudonyms = pseudonyms;
    }

    /**
     * The content behind its masks; empty if nothing of it may be shown.
     *
     * @throws MaskException if a mask means nothing
     */
    public Optional<JsonNode> apply(JsonNode content, List<Mask> masks) {
        List<CompiledMask> compiled = masks.stream().map(CompiledMask::of).toList();
        if (content.isTextual()) {
            return Optional.of(texts.apply(content.textValue(), compiled))
                    .filter(left -> !left.isEmpty())
                    .map(TextNode::new);
        }
        if (content.path(DOCUMENT_TEXT).isTextual() && !StixFields.isObject(content)) {
            return document((ObjectNode) content, compiled);
        }
        if (compiled.stream().anyMatch(mask -> mask.target() instanceof Target.Part)) {
            return Optional.empty(); // a span of what has no text
        }
        return content instanceof ObjectNode object ? object(object, compiled) : value(content, compiled);
    }

    /** A portion of a document is a text with something around it. */
    private Optional<JsonNode> document(ObjectNode portion, List<CompiledMask> masks) {
        ObjectNode copy = portion.deepCopy();
        for (CompiledMask mask : masks) {
            if (mask.target() instanceof Target.Path target) {
                target.path().change(copy, (name, value) -> treated(name, value, mask.treatment()));
            }
        }
        String left = copy.path(DOCUMENT_TEXT).isTextual()
                ? texts.apply(copy.path(DOCUMENT_TEXT).textValue(), masks)
                : "";
        return left.isEmpty() ? Optional.empty() : Optional.of(copy.put(DOCUMENT_TEXT, left));
    }

    /** Of these masks those that would change anything about the content, each by itself, in their order. */
    public List<Mask> effective(JsonNode content, List<Mask> masks) {
        Optional<JsonNode> unchanged = Optional.of(content);
        return masks.stream()
                .filter(mask -> !apply(content, List.of(mask)).equals(unchanged))
                .toList();
    }

    private Optional<JsonNode> object(ObjectNode object, List<CompiledMask> masks) {
        ObjectNode copy = object.deepCopy();
        for (CompiledMask mask : masks) {
            if (mask.target() instanceof Target.Path target) {
                target.path().change(copy, (name, value) -> treated(name, value, mask.treatment()));
            }
        }
        boolean isStix = StixFields.isObject(object);
        List<CompiledMask> inTexts = masks.stream()
                .filter(mask -> !(mask.target() instanceof Target.Path))
                .toList();
        if (!inTexts.isEmpty()) {
            maskTexts(copy, inTexts, isStix);
        }
        ObjectNode closed = StixPortions.reassemble(copy, Map.of());
        return isStix
                ? StixFields.completed(closed, object)
                : Optional.<JsonNode>of(closed).filter(o -> !o.isEmpty());
    }

    private Optional<JsonNode> value(JsonNode value, List<CompiledMask> masks) {
        if (value.isTextual()) {
            String left = texts.apply(value.textValue(), masks);
            return left.isEmpty() ? Optional.empty() : Optional.of(new TextNode(left));
        }
        JsonNode copy = value.deepCopy();
        maskTexts(copy, masks, false);
        return Optional.of(copy);
    }

    private void maskTexts(JsonNode node, List<CompiledMask> masks, boolean isStix) {
        if (node instanceof ObjectNode object) {
            for (var member : object.properties()) {
                if (!isStix || !StixFields.isMachineRead(member.getKey())) {
                    member.setValue(maskedText(member.getKey(), member.getValue(), masks, isStix));
                }
            }
        } else if (node instanceof ArrayNode array) {
            for (int index = 0; index < array.size(); index++) {
                array.set(index, maskedText("", array.get(index), masks, isStix));
            }
        }
    }

    private JsonNode maskedText(String name, JsonNode value, List<CompiledMask> masks, boolean isStix) {
        if (value.isTextual()) {
            return masks.stream()
                    .filter(mask -> isWholly(value.textValue(), mask))
                    .findFirst()
                    .flatMap(mask -> treated(name, value, mask.treatment()))
                    .or(() -> value(value, masks))
                    .orElse(NullNode.getInstance());
        }
        maskTexts(value, masks, isStix);
        return value;
    }

    /** A field that is nothing but a time keeps the form of a time when it becomes coarser. */
    private static boolean isWholly(String text, CompiledMask mask) {
        Pattern pattern = mask.target() instanceof Target.Recognised recognised
                        && recognised.recogniser() == Recogniser.TIME
                        && mask.treatment() instanceof Treatment.Generalise
                ? recognised.recogniser().pattern()
                : null;
        return pattern != null && pattern.matcher(text).matches();
    }

    private Optional<JsonNode> treated(String name, JsonNode value, Treatment treatment) {
        if (treatment instanceof Treatment.Replace replace) {
            return Optional.of(new TextNode(replace.with()));
        }
        if (treatment instanceof Treatment.Remove) {
            return Optional.empty();
        }
        if (value.isContainerNode()) {
            return container(value, treatment);
        }
        return treatment instanceof Treatment.Generalise generalise
                ? generalised(name, value, generalise.to())
                : Optional.of(new TextNode(pseudonym(value.asText())));
    }

    private Optional<JsonNode> container(JsonNode value, Treatment treatment) {
        if (value instanceof ObjectNode object) {
            for (var member : object.properties()) {
                member.setValue(
                        treated(member.getKey(), member.getValue(), treatment).orElse(NullNode.getInstance()));
            }
        } else if (value instanceof ArrayNode array) {
            for (int index = 0; index < array.size(); index++) {
                array.set(index, treated("", array.get(index), treatment).orElse(NullNode.getInstance()));
            }
        }
        return Optional.of(value);
    }

    private Optional<JsonNode> generalised(String name, JsonNode value, Precision to) {
        if (value.isNumber()) {
            // A degree is some hundred kilometres: a region, if not one with a name.
            return to == Precision.REGION
                    ? Optional.of(IntNode.valueOf((int) Math.round(value.doubleValue())))
                    : Optional.empty();
        }
        if (!value.isTextual()) {
            return Optional.empty();
        }
        String text = value.textValue();
        return generalisation
                .asValue(text, to, name.endsWith("_until"))
                .or(() -> Optional.of(texts.generalised(text, to)).filter(left -> !left.isEmpty()))
                .map(TextNode::new);
    }

    /** The name of a thing within STIX stays one, so that what refers to it still does. */
    private String pseudonym(String value) {
        int dashes = value.indexOf("--");
        return value.matches("[a-z0-9-]{3,250}--[0-9a-f-]{36}")
                ? pseudonyms.identifier(value.substring(0, dashes), value)
                : pseudonyms.of(value);
    }
}
