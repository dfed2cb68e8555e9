package org.entente.catalog.contribution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** What the properties of one object must be to each other (STIX 2.1, sections 3.2 and 4 to 6). */
final class Consistency {
    /** The first is not after the second. */
    private static final List<List<String>> IN_ORDER = List.of(
            List.of("created", "modified"),
            List.of("first_seen", "last_seen"),
            List.of("first_observed", "last_observed"),
            List.of("start", "end"),
            List.of("analysis_started", "analysis_ended"));
    /** The first is before the second. */
    private static final List<List<String>> APART =
            List.of(List.of("valid_from", "valid_until"), List.of("start_time", "stop_time"));
    /** One of them at least. */
    private static final Map<String, List<String>> ONE_OF = Map.of(
            "file", List.of("hashes", "name"),
            "artifact", List.of("payload_bin", "url"),
            "network-traffic", List.of("src_ref", "dst_ref"),
            "malware-analysis", List.of("result", "analysis_sco_refs"),
            "observed-data", List.of("objects", "object_refs"),
            "location", List.of("region", "country", "latitude"));

    private static final Set<String> SAY_SOMETHING =
            Set.of("process", "user-account", "x509-certificate", "windows-registry-key");
    private static final Set<String> SAYING_NOTHING =
            Set.of("type", "id", "spec_version", "defanged", "object_marking_refs", "granular_markings");
    private static final Set<String> OPINIONS =
            Set.of("strongly-disagree", "disagree", "neutral", "agree", "strongly-agree");
    private static final int MOST = 999_999_999;

    private final ObjectNode object;
    private final BiConsumer<String, String> report;

    private Consistency(ObjectNode object, BiConsumer<String, String> report) {
        this.object = object;
        this.report = report;
    }

    /** Reports properties with what is wrong with them; all are of their kinds. */
    static void faults(ObjectNode object, BiConsumer<String, String> report) {
        Consistency consistency = new Consistency(object, report);
        consistency.checkTimes();
        consistency.checkNumbers();
        consistency.checkPresence();
        consistency.checkWords();
    }

    private void checkTimes() {
        IN_ORDER.stream()
                .filter(pair -> both(pair) && time(pair.get(1)).isBefore(time(pair.get(0))))
                .forEach(pair -> report.accept(pair.get(1), "is before " + pair.get(0)));
        APART.stream()
                .filter(pair -> both(pair) && !time(pair.get(1)).isAfter(time(pair.get(0))))
                .forEach(pair -> report.accept(pair.get(1), "is not after " + pair.get(0)));
    }

    private void checkNumbers() {
        range("confidence", 0, 100);
        range("number_observed", 1, MOST);
        range("count", 0, MOST);
        range("latitude", -90, 90);
        range("longitude", -180, 180);
        range("src_port", 0, 65_535);
        range("dst_port", 0, 65_535);
        range("size", 0, Long.MAX_VALUE);
        range("number", 0, 4_294_967_295L);
    }

    private void checkPresence() {
        String type = type();
        List<String> any = ONE_OF.getOrDefault(type, List.of());
        if (!any.isEmpty() && any.stream().noneMatch(object::has)) {
            report.accept(any.get(0), "or " + String.join(" or ", any.subList(1, any.size())) + " is required");
        }
        if (type.equals("location") && object.has("latitude") != object.has("longitude")) {
            report.accept("latitude", "stands together with longitude");
        }
        if (SAY_SOMETHING.contains(type)
                && object.properties().stream().allMatch(field -> SAYING_NOTHING.contains(field.getKey()))) {
            report.accept("type", "has no property that says anything");
        }
        if (type.equals("marking-definition") && !object.has("definition") && !object.has("extensions")) {
            report.accept("extensions", "or definition is required");
        }
    }

    private void checkWords() {
        if (type().equals("opinion")
                && !OPINIONS.contains(object.path("opinion").asText())) {
            report.accept("opinion", "is not one of the five of the standard");
        }
        if (object.path("pattern_type").asText().equals("stix")
                && !Patterns.isPattern(object.path("pattern").asText())) {
            report.accept("pattern", "is not a STIX pattern");
        }
        if (type().equals("mac-addr") && !object.path("value").asText().matches("(?:[0-9a-f]{2}:){5}[0-9a-f]{2}")) {
            report.accept("value", "is not a MAC address in lower case, with colons");
        }
    }

    private void range(String name, long least, long most) {
        JsonNode value = object.path(name);
        if (value.isNumber() && (value.doubleValue() < least || value.doubleValue() > most)) {
            report.accept(name, "is not from " + least + " to " + most);
        }
    }

    private boolean both(List<String> pair) {
        return pair.stream().allMatch(name -> Kinds.isTimestamp(object.path(name)));
    }

    private Instant time(String name) {
        return Instant.parse(object.path(name).asText());
    }

    private String type() {
        return object.path("type").asText();
    }
}
