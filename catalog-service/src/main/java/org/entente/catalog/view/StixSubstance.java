package org.entente.catalog.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.entente.catalog.asset.StoredAsset.Mark;
import org.entente.catalog.content.Digests;
import org.entente.catalog.masking.Derivation;
import org.entente.catalog.masking.Mask;
import org.entente.catalog.masking.Serving;
import org.entente.catalog.tearline.Part;
import org.entente.catalog.view.Assembly.Assembled;
import org.entente.events.CanonicalJson;
import org.entente.label.NormalLabel;
import org.entente.label.stix.PortionId;
import org.entente.label.stix.References;

/** A bundle: the objects that may be shown, and in place of those that may not, what the tearline says. */
public final class StixSubstance {
    private final Material material;
    private final Obligations obligations;
    private final ObjectMapper json;
    private final Set<String> all = new HashSet<>();
    private final Map<String, Set<String>> labels = new TreeMap<>();

    /**
     * What is shown.
     *
     * @param labels the identifiers of the labels that each object stands under, by its own
     * @param portions of the asset that are in it
     * @param parts of the tearline that are in it
     */
    public record Labelled(List<ObjectNode> objects, Map<String, Set<String>> labels, int portions, int parts) {}

    public StixSubstance(Material material, Obligations obligations, ObjectMapper json) {
        this.material = material;
        this.obligations = obligations;
        this.json = json;
        material.opened().all().forEach(mark -> all.add(objectId(mark.id())));
    }

    Substance make() throws IOException {
        Labelled shown = objects();
        return new Substance(bundle(shown.objects()), null, shown.portions(), shown.parts());
    }

    /** The objects that are shown, in order. */
    public Labelled objects() throws IOException {
        Assembly assembly = new Assembly();
        Map<PortionId, List<Mark>> marks = new HashMap<>();
        for (Mark mark : material.opened().shown()) {
            if (mark.isAttachment()) {
                continue;
            }
            PortionId id = PortionId.parse(mark.id());
            assembly.add(id, material.content(mark));
            marks.computeIfAbsent(id.object(), object -> new ArrayList<>()).add(mark);
        }
        Assembled assembled = assembly.close(all, (id, object) -> masked(object, marks.getOrDefault(id, List.of())));
        List<ObjectNode> objects = new ArrayList<>(assembled.objects());
        int parts = supplement(objects);
        Serving serving = material.serving();
        List<ObjectNode> closed = serving == null ? objects : serving.closed(objects);
        return new Labelled(closed, labels(closed), assembled.portions(), parts);
    }

    /** What is of our own making stands under the label of what it is about, or else under all of them. */
    private Map<String, Set<String>> labels(List<ObjectNode> objects) {
        labels.keySet().retainAll(ids(objects));
        Set<String> every = new TreeSet<>();
        labels.values().forEach(every::addAll);
        Map<String, Set<String>> complete = new TreeMap<>(labels);
        objects.forEach(object -> complete.putIfAbsent(
                object.path("id").asText(),
                labels.getOrDefault(object.path("source_ref").asText(), every)));
        return complete;
    }

    private Optional<ObjectNode> labelled(Optional<ObjectNode> shown, Collection<String> standsUnder) {
        shown.ifPresent(object -> labels.put(object.path("id").asText(), new TreeSet<>(standsUnder)));
        return shown;
    }

    private Optional<ObjectNode> masked(ObjectNode object, List<Mark> marks) {
        List<String> standsUnder = marks.stream().map(Mark::label).toList();
        Serving serving = material.serving();
        if (serving == null) {
            return labelled(Optional.of(object), standsUnder);
        }
        List<NormalLabel> normal = marks.stream().map(material::label).toList();
        List<Mask> obliged = marks.stream()
                .flatMap(mark -> obligations.on(mark.id()).stream())
                .toList();
        return labelled(serving.object(object, normal, obliged), standsUnder);
    }

    /**
     * Adds what the tearline says of objects that are not shown whole; what it says of others is better said by themselves.
     *
     * @return how many parts of it
     */
    private int supplement(List<ObjectNode> objects) {
        Set<String> whole = whole(objects);
        Map<String, String> names = new HashMap<>();
        List<ObjectNode> added = new ArrayList<>();
        for (Part part : material.parts()) {
            String original = objectId(part.source());
            if (whole.contains(original)) {
                names.put(part.id(), original);
            } else if (part.content() instanceof ObjectNode object) {
                added.add(object);
            }
        }
        added = shown(added, objects, names);
        Set<String> ours = ids(added);
        int parts = added.size();
        for (JsonNode beside : material.beside()) {
            boolean isAboutUs = !ours.isEmpty() && beside.path("type").asText().equals("identity");
            if (beside instanceof ObjectNode object
                    && (isAboutUs || ours.contains(beside.path("source_ref").asText()))) {
                added.add(object);
            }
        }
        objects.addAll(added);
        return parts;
    }

    /** Those that can stand: masked, and about nothing that is not shown. */
    private List<ObjectNode> shown(List<ObjectNode> parts, List<ObjectNode> objects, Map<String, String> names) {
        List<ObjectNode> left = new ArrayList<>();
        for (ObjectNode part : parts) {
            ObjectNode renamed = part.deepCopy();
            Derivation.rename(renamed, names);
            Serving serving = material.serving();
            Optional<ObjectNode> masked = serving == null
                    ? Optional.of(renamed)
                    : serving.object(
                            renamed,
                            List.of(material.label(material.tearlineLabel())),
                            obligations.on(material.tearlineId()));
            labelled(masked, Set.of(material.tearlineLabel().id())).ifPresent(left::add);
        }
        Set<String> known = new HashSet<>(all);
        material.parts().forEach(part -> known.add(part.id()));
        int before;
        do {
            before = left.size();
            Set<String> present = ids(left);
            present.addAll(ids(objects));
            List<ObjectNode> kept = new ArrayList<>();
            left.forEach(
                    part -> References.keepOnly(part, present::contains, known).ifPresent(kept::add));
            left = kept;
        } while (left.size() < before);
        return left;
    }

    /** The objects that are shown with all their properties. */
    private Set<String> whole(List<ObjectNode> objects) {
        Set<String> whole = ids(objects);
        Set<Integer> shown = new HashSet<>();
        material.opened().shown().forEach(mark -> shown.add(mark.seq()));
        material.opened().all().stream()
                .filter(mark -> !shown.contains(mark.seq()))
                .forEach(mark -> whole.remove(objectId(mark.id())));
        return whole;
    }

    private static Set<String> ids(List<ObjectNode> objects) {
        Set<String> ids = new HashSet<>();
        objects.forEach(object -> ids.add(object.path("id").asText()));
        return ids;
    }

    private ObjectNode bundle(List<ObjectNode> objects) {
        ObjectNode bundle = json.createObjectNode().put("type", "bundle").put("id", "bundle--" + id(objects));
        if (!objects.isEmpty()) { // STIX 2.1 section 8: objects is left out rather than empty
            ArrayNode list = bundle.putArray("objects");
            objects.forEach(list::add);
        }
        return bundle;
    }

    /**
     * A name-based UUID by SHA-256, version 8 (RFC 9562 section 5.8): the same portions of the same version always make the
     * same bundle, behind the same masks.
     */
    private UUID id(List<ObjectNode> objects) {
        Opened opened = material.opened();
        MessageDigest digest = Digests.sha256();
        add(digest, opened.asset().id() + " " + opened.asset().version());
        opened.shown().forEach(mark -> add(digest, " " + mark.seq()));
        Serving serving = material.serving();
        if (opened.tearline() != null || serving != null && serving.isAnythingMasked()) {
            add(digest, " " + CanonicalJson.sha256(json, objects));
        }
        ByteBuffer hash = ByteBuffer.wrap(digest.digest());
        long high = (hash.getLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x8000L;
        long low = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    private static void add(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String objectId(String portion) {
        return PortionId.parse(portion).objectId();
    }
}
