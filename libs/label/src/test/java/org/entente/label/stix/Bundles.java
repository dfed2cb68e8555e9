package org.entente.label.stix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.entente.label.InformationCategories;
import org.entente.label.Json;
import org.entente.label.Label;
import org.entente.label.Labels;
import org.entente.label.MarkingPolicies;
import org.entente.label.NormalLabel;

/** Bundles and their portions, as tests need them. */
final class Bundles {

    static final String UUID = "0a0b7a4e-52a5-4a0e-8f5e-";
    static final Label DEFAULT = label(
            "{'policy':'ALLIANCE','classification':'RESTRICTED','releasableTo':['XBB','XCC'],'categories':['shared-analysis']}");
    static final Label OF_DOMAINS =
            label("{'policy':'ALLIANCE','classification':'UNCLASSIFIED','releasableTo':['*'],'categories':['public']}");
    static final Labels VOCABULARY = new Labels(MarkingPolicies.builtIn(), InformationCategories.builtIn());
    static final Instant INSTANT = Instant.parse("2026-11-23T00:00:00Z");

    private Bundles() {}

    static JsonNode campaign() {
        try (var content = Bundles.class.getResourceAsStream("/stix/campaign.json")) {
            return Json.MAPPER.readTree(content);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static ObjectNode bundle(String... objects) {
        return (ObjectNode) Json.of("{'type':'bundle','id':'bundle--" + UUID + "000000000000','objects':["
                + String.join(",", objects) + "]}");
    }

    /** A versioned object of the type, whose id ends in the given digits. */
    static String object(String type, String digits, String fields) {
        return "{'type':'" + type + "','spec_version':'2.1','id':'" + type + "--" + UUID + digits
                + "','created':'2026-01-01T00:00:00Z','modified':'2026-01-01T00:00:00Z'" + fields + "}";
    }

    static List<Portion> portions(JsonNode bundle) {
        return StixPortions.of(bundle, labelling(), new Limits(100, 16));
    }

    static Portion portion(List<Portion> portions, String id) {
        return portions.stream()
                .filter(portion -> portion.id().toString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    static Labelling labelling() {
        return new Labelling(DEFAULT, Map.of("domain-name", OF_DOMAINS), "XAA", VOCABULARY, INSTANT);
    }

    static NormalLabel normal(Label label) {
        return VOCABULARY.normalise(label, "XAA", INSTANT);
    }

    static Label label(String json) {
        return Label.of(Json.of(json));
    }
}
