package org.entente.crisis.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.entente.crisis.input.Field;
import org.entente.crisis.plan.Nations;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/** What is sent to a review; each is checked on the way in, and the first field at fault is named in a problem. */
final class Sent {
    private static final int MAX_TITLE = 200;
    private static final int MAX_TEXT = 10_000;
    private static final int MAX_EVIDENCE = 50;
    private static final int MAX_DRAFT = 32_768;
    private static final int MAX_ID = 200;

    private Sent() {}

    /** A finding. */
    @RegisterForReflection
    record Finding(
            @Schema(examples = "failed") Review.Verdict verdict,

            @Schema(examples = "Nobody told the originators in time")
            String title,

            String text,
            @Nullable List<String> evidence) {

        static Finding checked(@Nullable Finding sent) {
            Finding finding = Field.present("", sent);
            Field.present("/verdict", finding.verdict());
            Field.text("/title", finding.title(), MAX_TITLE);
            Field.text("/text", finding.text(), MAX_TEXT);
            List<String> evidence = finding.named();
            if (evidence.size() > MAX_EVIDENCE) {
                throw Problem.badRequest("/evidence", "must have at most " + MAX_EVIDENCE + " items");
            }
            for (int index = 0; index < evidence.size(); index++) {
                Field.text("/evidence/" + index, evidence.get(index), MAX_ID);
            }
            return finding;
        }

        List<String> named() {
            return evidence == null ? List.of() : evidence;
        }
    }

    /**
     * A recommendation.
     *
     * @param draft of a plan: only what is to be otherwise than in the plan that was in force (RFC 7396)
     */
    @RegisterForReflection
    record Recommendation(
            @Schema(examples = "1") Integer finding,
            @Schema(examples = "plan") Kind kind,
            @Schema(examples = "Half an hour is enough") String title,

            @Schema(examples = "{\"maxDuration\": \"PT30M\"}")
            JsonNode draft) {

        static Recommendation checked(@Nullable Recommendation sent) {
            Recommendation recommendation = Field.present("", sent);
            Field.present("/finding", recommendation.finding());
            Field.present("/kind", recommendation.kind());
            Field.text("/title", recommendation.title(), MAX_TITLE);
            JsonNode draft = Field.present("/draft", recommendation.draft());
            if (!draft.isObject() || draft.isEmpty()) {
                throw Problem.badRequest("/draft", "must be an object that says something");
            }
            if (draft.toString().length() > MAX_DRAFT) {
                throw Problem.tooLarge("/draft", "must have at most " + MAX_DRAFT + " characters");
            }
            return recommendation;
        }
    }

    /** What becomes of a recommendation. */
    @RegisterForReflection
    record Decision(
            Boolean accepted, String reason, @Nullable String became) {
        static Decision checked(@Nullable Decision sent) {
            Decision decision = Field.present("", sent);
            Field.present("/accepted", decision.accepted());
            Field.text("/reason", decision.reason(), MAX_TEXT);
            if (decision.became() != null) {
                Field.text("/became", decision.became(), MAX_ID);
            }
            if (decision.accepted() && decision.became() == null) {
                throw Problem.badRequest("/became", "is missing: what was made of the draft?");
            }
            return decision;
        }
    }

    /** The conclusion, or the summary for the parties. */
    @RegisterForReflection
    record Text(String text) {
        private static final Pattern PERSON = Pattern.compile("[\\w.-]+@[A-Z]{3}\\b");
        private static final Pattern IDENTIFIER =
                Pattern.compile("\\b[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}\\b");
        private static final Pattern CODE = Pattern.compile("\\b[A-Z]{3}\\b");

        static String checked(@Nullable Text sent) {
            Text text = Field.present("", sent);
            Field.text("/text", text.text(), MAX_TEXT);
            return text.text();
        }

        /** Fit for every party: it names no person, nothing by its identifier, and no nation that is not a party. */
        static void requirePartnerSafe(String text, List<String> parties) {
            if (PERSON.matcher(text).find()) {
                throw Problem.unprocessable("/text", "names a person");
            }
            if (IDENTIFIER.matcher(text).find()) {
                throw Problem.unprocessable("/text", "names something by its identifier");
            }
            Matcher codes = CODE.matcher(text);
            while (codes.find()) {
                if (Nations.isCode(codes.group()) && !parties.contains(codes.group())) {
                    throw Problem.unprocessable("/text", "names " + codes.group() + ", which is no party of the plan");
                }
            }
        }
    }

    /** A document with changes (JSON Merge Patch, RFC 7396 section 2). */
    static JsonNode merged(ObjectMapper json, @Nullable JsonNode document, JsonNode patch) {
        if (!(patch instanceof ObjectNode changes)) {
            return patch;
        }
        ObjectNode merged = document instanceof ObjectNode present ? present.deepCopy() : json.createObjectNode();
        changes.properties().forEach(change -> {
            if (change.getValue().isNull()) {
                merged.remove(change.getKey());
            } else {
                merged.set(change.getKey(), merged(json, merged.get(change.getKey()), change.getValue()));
            }
        });
        return merged;
    }
}
