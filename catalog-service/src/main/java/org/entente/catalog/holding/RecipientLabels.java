package org.entente.catalog.holding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.entente.catalog.view.Found;
import org.entente.events.CanonicalJson;
import org.entente.label.Label;
import org.entente.label.Labels;
import org.entente.label.NormalLabel;
import org.entente.label.RollUp;

/**
 * Labels as a recipient gets them: in normal form at the instant of the release, and of the nations only the originators and
 * the recipient's own. To whom else something may go is not theirs to know, and what is narrower releases to nobody more.
 */
public final class RecipientLabels {
    private static final List<String> NATIONS = List.of("releasableTo", "displayableTo");

    private final ObjectMapper json;
    private final Found holding;
    private final Labels vocabulary;
    private final String partner;
    private final Instant instant;
    private final Map<String, JsonNode> labels = new TreeMap<>();

    public RecipientLabels(ObjectMapper json, Found holding, Labels vocabulary, String partner, Instant instant) {
        this.json = json;
        this.holding = holding;
        this.vocabulary = vocabulary;
        this.partner = partner;
        this.instant = instant;
    }

    /** The digests of the labels of that kept ones. */
    public Set<String> of(Collection<String> kept) {
        Set<String> digests = new TreeSet<>();
        kept.forEach(label -> digests.add(add(normal(label))));
        return digests;
    }

    /** The digest of the banner of those kept ones. */
    public String banner(Collection<String> kept) {
        return add(RollUp.banner(new HashSet<>(kept).stream().map(this::normal).toList()));
    }

    /** All that were asked for, by their digests. */
    public Map<String, JsonNode> all() {
        return labels;
    }

    /** The label of a digest. */
    public JsonNode get(String digest) {
        return labels.getOrDefault(digest, json.createObjectNode());
    }

    private NormalLabel normal(String kept) {
        Label label = Label.of(holding.labels().get(kept).json(json));
        return vocabulary.normalise(label, holding.asset().orElseThrow().originator(), instant);
    }

    private String add(NormalLabel label) {
        ObjectNode written = json.valueToTree(label.toLabel());
        Set<String> named = new HashSet<>(label.originators());
        named.add(partner);
        NATIONS.forEach(member -> written.set(member, only(named, written.path(member))));
        String digest = CanonicalJson.sha256(json, written);
        labels.put(digest, written);
        return digest;
    }

    private ArrayNode only(Set<String> named, JsonNode nations) {
        List<JsonNode> kept = new ArrayList<>();
        nations.forEach(nation -> {
            if (nation.asText().equals("*") || named.contains(nation.asText())) {
                kept.add(nation);
            }
        });
        return json.createArrayNode().addAll(kept);
    }
}
