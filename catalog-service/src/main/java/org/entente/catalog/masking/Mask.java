package org.entente.catalog.masking;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A mask as it is written: exactly one of {@code path}, {@code recognise}, {@code phrases} and {@code span} says what is
 * masked, {@code mask} says how.
 *
 * @param path a STIX selector ({@code external_references.[*].url}) or a JSON path ({@code $..address})
 * @param recognise a kind of text: {@code ipv4}, {@code ipv6}, {@code email}, {@code url}, {@code domain}, {@code phone},
 *     {@code time} or {@code place}
 * @param phrases words, in whatever case
 * @param within {@code sentence}: not the words alone, but the sentence around them
 * @param span of a text
 * @param mask {@code remove}, {@code generalise}, {@code pseudonym} or {@code replace}
 * @param to for {@code generalise}: {@code day}, {@code month}, {@code network} or {@code region}
 * @param with for {@code replace}: the words in its place, in tearlines only
 * @param because for people: why
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Mask(
        @Schema(examples = "description") @Nullable String path,
        @Nullable String recognise,
        @Nullable List<String> phrases,
        @Nullable String within,
        @Nullable Span span,
        @Schema(examples = "remove") @Nullable String mask,
        @Nullable String to,
        @Nullable String with,
        @Nullable String because) {

    /**
     * A part of a text.
     *
     * @param from the first code point, counted from 0
     * @param to the first code point after it
     */
    public record Span(int from, int to) {}

    /** Removes what is at the path. */
    public static Mask removing(String path) {
        return new Mask(path, null, null, null, null, "remove", null, null, null);
    }

    /**
     * The masks that the {@code fields} of an obligation name: a field by itself is removed, anything more is said by a mask.
     *
     * @return none where there are no fields: then all of it is meant
     * @throws MaskException if one of them means nothing
     */
    public static List<Mask> of(JsonNode fields, ObjectMapper json) {
        if (!fields.isMissingNode() && !fields.isNull() && !fields.isArray()) {
            throw new MaskException("/fields", "is not a list");
        }
        List<Mask> masks = new ArrayList<>();
        for (JsonNode field : fields) {
            Mask mask = field.isTextual() ? removing(field.textValue()) : read(field, json);
            mask.check();
            masks.add(mask);
        }
        return masks;
    }

    private static Mask read(JsonNode field, ObjectMapper json) {
        try {
            return Objects.requireNonNullElseGet(json.treeToValue(field, Mask.class), () -> removing(""));
        } catch (JsonProcessingException notAMask) {
            throw new MaskException("/fields", "has something that is no mask");
        }
    }

    /** The same, for that reason. */
    Mask because(String reason) {
        return new Mask(path, recognise, phrases, within, span, mask, to, with, reason);
    }

    /**
     * Makes sure that it means something.
     *
     * @throws MaskException naming the member that is to blame
     */
    public void check() {
        CompiledMask.of(this);
    }
}
