package org.entente.catalog.holding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.entente.catalog.access.Decision;
import org.entente.catalog.view.Found;
import org.entente.catalog.view.Obligations;
import org.entente.catalog.view.Opened;

/**
 * What a permit lets go, and what it obliges to.
 *
 * @param obligations that are ours to meet
 * @param told the obligations that the recipient is told
 */
public record Duties(Decision decision, Obligations obligations, List<JsonNode> told) {

    /**
     * Those of a permit.
     *
     * @throws org.entente.http.Problem 503 for an obligation that nobody here can meet
     */
    public static Duties of(Decision decision, ObjectMapper json) {
        return new Duties(
                decision,
                Obligations.of(decision.obligations(), json),
                Obligations.ofTheReader(decision.obligations()));
    }

    /** Whether a copy may leave at all. */
    public boolean mayLeave() {
        return !Obligations.forbidDownloads(told);
    }

    /** What of an asset, which must be there, may go: portions, and what of a tearline stands in for others. */
    public Opened open(Found found) {
        return found.open(found.asset().orElseThrow(), decision.portions(), decision.tearline(), obligations);
    }
}
