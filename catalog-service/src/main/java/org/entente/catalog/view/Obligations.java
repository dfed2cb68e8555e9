package org.entente.catalog.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.catalog.asset.StoredAsset.Mark;
import org.entente.catalog.masking.Mask;
import org.entente.catalog.masking.MaskException;
import org.entente.http.Problem;

/**
 * What a decision obliges this service to, before anything is shown.
 *
 * @param withheld the portions and tearlines that must not be shown at all
 * @param masks on portions and tearlines, by identifier
 */
public record Obligations(Set<String> withheld, Map<String, List<Mask>> masks) {
    private static final String NO_DOWNLOAD = "no-download";

    /** What the reader must see to, and is told. */
    private static final Set<String> OF_THE_READER =
            Set.of("watermark", NO_DOWNLOAD, "retain-until", "notify-originator");
    /** Met by the record of the decision; telling the reader would tell how far it is trusted. */
    private static final String ALERT = "alert";

    private static final String MASK = "mask";

    /** None at all. */
    public static final Obligations NONE = new Obligations(Set.of(), Map.of());

    /**
     * Those of a decision: {@code mask} with its {@code fields} is put on the portion, and without fields on all of it.
     *
     * @throws Problem 503 for an obligation that nobody here understands
     */
    public static Obligations of(List<JsonNode> obligations, ObjectMapper json) {
        Set<String> withheld = new HashSet<>();
        Map<String, List<Mask>> masks = new HashMap<>();
        for (JsonNode obligation : obligations) {
            String type = type(obligation);
            if (type.equals(MASK) && obligation.path("portion").isTextual()) {
                String portion = obligation.path("portion").textValue();
                List<Mask> fields = fields(obligation.path("fields"), json);
                if (fields.isEmpty()) {
                    withheld.add(portion);
                }
                masks.computeIfAbsent(portion, first -> new ArrayList<>()).addAll(fields);
            } else if (!OF_THE_READER.contains(type) && !type.equals(ALERT)) {
                throw notUnderstood();
            }
        }
        return new Obligations(withheld, masks);
    }

    /** Whether what is shown must not be handed over as a file. */
    public static boolean forbidDownloads(List<JsonNode> obligations) {
        return obligations.stream().anyMatch(obligation -> NO_DOWNLOAD.equals(type(obligation)));
    }

    /** Those that the reader is told. */
    public static List<JsonNode> ofTheReader(List<JsonNode> obligations) {
        return obligations.stream()
                .filter(obligation -> OF_THE_READER.contains(type(obligation)))
                .toList();
    }

    private static List<Mask> fields(JsonNode fields, ObjectMapper json) {
        try {
            return Mask.of(fields, json);
        } catch (MaskException unknown) {
            throw notUnderstood();
        }
    }

    /** Whether it may not be shown at all: nothing within a file can be masked. */
    boolean withhold(Mark mark) {
        return withheld.contains(mark.id()) || mark.isAttachment() && masks.containsKey(mark.id());
    }

    /** The masks on a portion or tearline. */
    public List<Mask> on(String portion) {
        return masks.getOrDefault(portion, List.of());
    }

    private static Problem notUnderstood() {
        return Problem.unavailable("There is an obligation that cannot be met; nothing was shown.");
    }

    private static String type(JsonNode obligation) {
        return obligation.path("type").asText();
    }
}
