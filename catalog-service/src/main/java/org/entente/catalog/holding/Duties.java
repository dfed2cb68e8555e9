package org.entente.catalog.holding;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.entente.catalog.access.Decision;
import org.entente.http.Problem;

/**
 * What a decision obliges to.
 *
 * @param portions that may go
 * @param told the obligations that the recipient is told
 * @param mayLeave whether a copy may leave at all
 */
public record Duties(Set<String> portions, List<JsonNode> told, boolean mayLeave) {
    private static final String NO_DOWNLOAD = "no-download";
    private static final Set<String> OF_THE_RECIPIENT =
            Set.of("watermark", NO_DOWNLOAD, "retain-until", "notify-originator");
    /** Met by the record of the decision; telling the recipient would tell how far it is trusted. */
    private static final String ALERT = "alert";

    private static final String MASK = "mask";

    /** Those of a permit; what would have to be masked does not go.
     * @throws Problem 503 for an obligation that nobody here can meet
     */
    public static Duties of(Decision decision) {
        Set<String> portions = new HashSet<>(decision.portions());
        for (JsonNode obligation : decision.obligations()) {
            String type = type(obligation);
            if (type.equals(MASK) && obligation.path("portion").isTextual()) {
                portions.remove(obligation.path("portion").textValue());
            } else if (!OF_THE_RECIPIENT.contains(type) && !type.equals(ALERT)) {
                throw Problem.unavailable("There is an obligation that cannot be met; nothing was given away.");
            }
        }
        List<JsonNode> told = decision.obligations().stream()
                .filter(obligation -> OF_THE_RECIPIENT.contains(type(obligation)))
                .toList();
        return new Duties(portions, told, told.stream().noneMatch(obligation -> type(obligation)
                .equals(NO_DOWNLOAD)));
    }

    private static String type(JsonNode obligation) {
        return obligation.path("type").asText();
    }
}
