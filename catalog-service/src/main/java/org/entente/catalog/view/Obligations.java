package org.entente.catalog.view;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.entente.http.Problem;

/** What a decision obliges this service to, before anything is shown. */
final class Obligations {
    private static final String NO_DOWNLOAD = "no-download";

    /** What the reader must see to, and is told. */
    private static final Set<String> OF_THE_READER =
            Set.of("watermark", NO_DOWNLOAD, "retain-until", "notify-originator");
    /** Met by the record of the decision; telling the reader would tell how far it is trusted. */
    private static final String ALERT = "alert";

    private static final String MASK = "mask";

    private Obligations() {}

    /**
     * The portions that must not be shown as they are: fields cannot be masked yet, so what needs it is not shown.
     *
     * @throws Problem 503 for an obligation that nobody here can meet
     */
    static Set<String> withheld(List<JsonNode> obligations) {
        Set<String> withheld = new HashSet<>();
        for (JsonNode obligation : obligations) {
            String type = type(obligation);
            if (type.equals(MASK) && obligation.path("portion").isTextual()) {
                withheld.add(obligation.path("portion").textValue());
            } else if (!OF_THE_READER.contains(type) && !type.equals(ALERT)) {
                throw Problem.unavailable("The view carries an obligation that cannot be met; nothing was shown.");
            }
        }
        return withheld;
    }

    /** Whether what is shown must not be handed over as a file. */
    static boolean forbidDownloads(List<JsonNode> obligations) {
        return obligations.stream().anyMatch(obligation -> NO_DOWNLOAD.equals(type(obligation)));
    }

    /** Those that the reader is told. */
    static List<JsonNode> ofTheReader(List<JsonNode> obligations) {
        return obligations.stream()
                .filter(obligation -> OF_THE_READER.contains(type(obligation)))
                .toList();
    }

    private static String type(JsonNode obligation) {
        return obligation.path("type").asText();
    }
}
