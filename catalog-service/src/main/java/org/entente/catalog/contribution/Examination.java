package org.entente.catalog.contribution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.entente.catalog.board.Exchange;
import org.entente.events.CanonicalJson;
import org.entente.label.Label;
import org.entente.label.LabelException;
import org.entente.label.Labels;
import org.entente.label.NormalLabel;
import org.entente.label.stix.Labelling;
import org.entente.label.stix.Limits;
import org.entente.label.stix.Portion;
import org.entente.label.stix.StixException;
import org.entente.label.stix.StixPortions;
import org.jspecify.annotations.Nullable;

/** Examines the objects of a contribution one by one, so that one that is wrong keeps no other out. Takes long. */
@ApplicationScoped
class Examination {
    private static final Pattern PLACE = Pattern.compile("/objects/(\\d+)(/.*)?");
    /** Of markings, which are found one at a time. */
    private static final int MOST_FAULTS = 50;

    private final ObjectMapper json;
    private final ContributionConfig config;
    private final String home;

    Examination(ObjectMapper json, ContributionConfig config, @ConfigProperty(name = "entente.home") String home) {
        this.json = json;
        this.config = config;
        this.home = home;
    }

    /**
     * What the objects are examined by.
     *
     * @param exchange which types of objects pass
     */
    record Standard(Label label, String partner, Instant at, Labels vocabulary, Exchange exchange) {}

    /** All objects in order; those that are wrong are out, the others open. */
    List<Candidate> examine(JsonNode objects, Standard standard) {
        List<Candidate> candidates = new ArrayList<>(objects.size());
        Map<String, String> seen = new HashMap<>();
        for (JsonNode object : objects) {
            candidates.add(examine(candidates.size(), object, seen, standard.exchange()));
        }
        for (int fault = 0; fault < MOST_FAULTS; fault++) {
            if (isMarked(candidates, standard)) {
                return candidates;
            }
        }
        candidates.replaceAll(candidate -> candidate.isOpen()
                ? candidate.quarantined("stands among too many that are wrongly marked")
                : candidate);
        return candidates;
    }

    private Candidate examine(int place, JsonNode object, Map<String, String> seen, Exchange exchange) {
        Candidate candidate = new Candidate(place, object, CanonicalJson.sha256(json, object), null, null);
        List<String> faults = StixRules.faults(object);
        if (!faults.isEmpty()) {
            return candidate.quarantined(String.join("; ", faults));
        }
        if (!exchange.lets(object.path("type").asText())) {
            return candidate.quarantined("is of a type that no exchange profile in force lets pass");
        }
        List<String> keptBack = exchange.keptBack((ObjectNode) object);
        if (!keptBack.isEmpty()) { // only its creator may leave something out of it
            return candidate.quarantined("has properties that an exchange profile in force does not let pass: "
                    + String.join(", ", keptBack));
        }
        String before = seen.putIfAbsent(candidate.key(), candidate.sha256());
        if (before == null) {
            return candidate;
        }
        return before.equals(candidate.sha256())
                ? candidate.merged("is there twice")
                : candidate.quarantined("is there twice in the same version, with another content");
    }

    /** Whether all that are open are marked in a way that can be obeyed; if not, one more of them is out. */
    private boolean isMarked(List<Candidate> candidates, Standard standard) {
        List<Candidate> open = candidates.stream().filter(Candidate::isOpen).toList();
        if (open.isEmpty()) {
            return true;
        }
        Labelling labelling =
                new Labelling(standard.label(), Map.of(), standard.partner(), standard.vocabulary(), standard.at());
        int index = 0;
        try {
            Map<String, String> foreign = new HashMap<>();
            for (Portion portion :
                    StixPortions.of(bundle(open), labelling, new Limits(10 * config.maxObjects(), config.maxDepth()))) {
                String fault = fault(portion.label(), standard);
                if (fault != null) {
                    foreign.putIfAbsent(portion.id().objectId(), fault);
                }
            }
            candidates.replaceAll(candidate -> candidate.isOpen() && foreign.containsKey(candidate.id())
                    ? candidate.quarantined(foreign.get(candidate.id()))
                    : candidate);
            return foreign.isEmpty();
        } catch (StixException fault) {
            Matcher place = PLACE.matcher(fault.pointer());
            index = place.matches() ? Integer.parseInt(place.group(1)) : 0;
            String where = place.matches() && place.group(2) != null ? place.group(2) + " " : "";
            Candidate wrong = open.get(Math.min(index, open.size() - 1));
            candidates.set(wrong.place(), wrong.quarantined(where + fault.detail()));
            return false;
        }
    }

    /** A contributor speaks for itself, and hands over nothing that those it hands it to may not have. */
    private @Nullable String fault(Label label, Standard standard) {
        List<Label> parts = new ArrayList<>(label.also() == null ? List.of() : label.also());
        parts.add(label);
        if (parts.stream()
                .anyMatch(part -> part.originators() != null
                        || part.originator() != null && !part.originator().equals(standard.partner()))) {
            return "is marked as another originator's";
        }
        try {
            NormalLabel meaning = standard.vocabulary().normalise(label, standard.partner(), standard.at());
            return meaning.releasableTo().contains(home) ? null : "is marked as not releasable to " + home;
        } catch (LabelException unknown) {
            return unknown.pointer() + " " + unknown.detail();
        }
    }

    /** The contents as a bundle. */
    ObjectNode bundle(List<Candidate> candidates) {
        ObjectNode bundle = json.createObjectNode().put("type", "bundle").put("id", "bundle--" + UUID.randomUUID());
        ArrayNode objects = bundle.putArray("objects");
        candidates.forEach(candidate -> objects.add(candidate.content()));
        return bundle;
    }
}
