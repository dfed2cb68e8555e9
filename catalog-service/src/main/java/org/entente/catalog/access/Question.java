package org.entente.catalog.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A question of AuthZEN 1.0 section 7: what the evaluations leave out, the top level says.
 *
 * @param evaluations in the order in which they are to be answered
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Question(
        Subject subject,
        Resource resource,
        Context context,
        List<Evaluation> evaluations,
        @Nullable Options options) {

    /** What is asked about. */
    record Resource(String type, String id, Properties properties) {
        static Resource asset(String id, String originator, Map<String, JsonNode> labels, List<Portion> portions) {
            return asset(id, originator, labels, portions, List.of());
        }

        static Resource asset(
                String id,
                String originator,
                Map<String, JsonNode> labels,
                List<Portion> portions,
                List<Portion> tearlines) {
            return new Resource(
                    "asset", id, new Properties(originator, labels, portions, tearlines.isEmpty() ? null : tearlines));
        }
    }

    /**
     * The marking of an asset.
     *
     * @param labels by the keys under which the portions name them
     * @param tearlines sanitised versions of the whole; absent where there is none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Properties(
            String originator,
            Map<String, JsonNode> labels,
            List<Portion> portions,
            @Nullable List<Portion> tearlines) {}

    /** What for. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Context(@Nullable String purpose) {}

    /** One action, and what of the top level it replaces. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Evaluation(
            Action action,
            @Nullable Resource resource,
            @Nullable Context context) {
        static Evaluation of(String action) {
            return new Evaluation(new Action(action), null, null);
        }
    }

    record Action(String name) {}

    /** How far to go (AuthZEN 1.0 section 7.1.2). */
    record Options(@JsonProperty("evaluations_semantic") String evaluationsSemantic) {
        static final Options STOP_AT_DENIAL = new Options("deny_on_first_deny");
    }

    /** A question of AuthZEN 1.0 section 6: one evaluation by itself. */
    record Single(Subject subject, Action action, Resource resource, Context context) {}
}
