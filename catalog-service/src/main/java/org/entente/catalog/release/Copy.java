package org.entente.catalog.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.catalog.content.Digests;
import org.entente.catalog.watermark.Comparison;
import org.entente.catalog.watermark.CopyNumber;

/** What was found somewhere, whole or in part, as it was found. */
record Copy(String text, String sha256) {
    private static final Pattern WRAPPER =
            Pattern.compile("(?:bundle|note)--([0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})");
    private static final int MOST_WRAPPERS = 10_000;
    private static final int MOST_OBJECTS = 50_000;
    private static final int DEEPEST = 200;

    static Copy of(byte[] bytes) {
        return new Copy(new String(bytes, StandardCharsets.UTF_8), Digests.sha256(bytes));
    }

    /** The visible marks that it may show. */
    Set<String> numbers() {
        return CopyNumber.in(text);
    }

    /** What it may have been wrapped in. */
    Set<UUID> wrappers() {
        Set<UUID> wrappers = new TreeSet<>();
        Matcher found = WRAPPER.matcher(text);
        while (found.find() && wrappers.size() < MOST_WRAPPERS) {
            wrappers.add(UUID.fromString(found.group(1)));
        }
        return wrappers;
    }

    /** Its invisible marks: those of STIX objects where there are any, else those of text. */
    Comparison comparison(ObjectMapper json) {
        List<ObjectNode> objects = objects(json);
        return objects.isEmpty() ? Comparison.ofText(text) : Comparison.ofObjects(objects);
    }

    /** The STIX objects that are whole, also of a bundle that is not. */
    private List<ObjectNode> objects(ObjectMapper json) {
        List<ObjectNode> objects = new ArrayList<>();
        for (String candidate : balanced()) {
            if (candidate.contains("\"id\"")) {
                add(candidate, json, objects);
            }
        }
        return objects;
    }

    private static void add(String candidate, ObjectMapper json, List<ObjectNode> objects) {
        try {
            JsonNode read = json.readTree(candidate);
            if (read.path("type").asText().equals("bundle")) {
                read.path("objects").forEach(object -> {
                    if (object instanceof ObjectNode node && objects.size() < MOST_OBJECTS) {
                        objects.add(node);
                    }
                });
            } else if (read instanceof ObjectNode node
                    && node.path("type").isTextual()
                    && objects.size() < MOST_OBJECTS) {
                objects.add(node);
            }
        } catch (JsonProcessingException notJson) {
            // What merely looks like an object marks nothing.
            return;
        }
    }

    /** The largest parts that begin with a brace and end with its counterpart. */
    private List<String> balanced() {
        Deque<Integer> open = new ArrayDeque<>();
        Deque<int[]> spans = new ArrayDeque<>();
        boolean isQuoted = false;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (isQuoted && c == '\\') {
                at++;
            } else if (c == '"' && !open.isEmpty()) {
                isQuoted = !isQuoted;
            } else if (!isQuoted && c == '{' && open.size() < DEEPEST) {
                open.push(at);
            } else if (!isQuoted && c == '}' && !open.isEmpty()) {
                close(open.pop(), at + 1, spans);
            }
        }
        List<String> parts = new ArrayList<>();
        spans.descendingIterator().forEachRemaining(span -> parts.add(text.substring(span[0], span[1])));
        return parts;
    }

    private static void close(int start, int end, Deque<int[]> spans) {
        while (!spans.isEmpty() && spans.peek()[0] > start) {
            spans.pop();
        }
        spans.push(new int[] {start, end});
    }
}
