package org.entente.catalog.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.entente.catalog.holding.Extract;
import org.entente.catalog.holding.RecipientLabels;
import org.entente.catalog.watermark.StixMarks;
import org.entente.events.CanonicalJson;
import org.entente.release.ReleasePackage;

/** A STIX bundle for a recipient: the objects as they are, a note that says whose copy it is, all in an order of its own. */
final class StixContent {
    private static final String MEDIA_TYPE = "application/stix+json;version=2.1";

    private final ObjectMapper json;
    private final Draft draft;
    private final RecipientLabels labels;

    StixContent(ObjectMapper json, Draft draft) {
        this.json = json;
        this.draft = draft;
        this.labels = new RecipientLabels(
                json, draft.holding(), draft.vocabulary(), draft.handing().partner(), draft.made());
    }

    Content of(Extract.Objects extract, List<Enclosed> enclosed) throws JsonProcessingException {
        Set<String> kept = Enclosed.labels(enclosed);
        extract.labels().values().forEach(kept::addAll);
        String banner = labels.banner(kept);
        List<ObjectNode> objects = new ArrayList<>(extract.objects());
        ArrayNode binding = json.createArrayNode();
        for (ObjectNode object : extract.objects()) {
            String id = object.path("id").asText();
            bind(binding.addObject(), object, labels.of(extract.labels().getOrDefault(id, Set.of())));
        }
        if (!objects.isEmpty()) { // a note is about something (STIX 2.1 section 4.12)
            ObjectNode note = note(extract.objects());
            objects.add(note);
            bind(binding.addObject(), note, Set.of(banner));
        }
        CoverText.bind(draft, enclosed, binding, labels);
        return new Content(
                ReleasePackage.BUNDLE,
                MEDIA_TYPE,
                bundle(StixMarks.mark(objects, draft.marks().key())),
                binding,
                json.valueToTree(labels.all()),
                banner);
    }

    private void bind(ObjectNode bound, ObjectNode object, Set<String> standsUnder) {
        bound.put("id", object.path("id").asText());
        ArrayNode digests = bound.putArray("labels");
        standsUnder.forEach(digests::add);
        bound.put("sha256", CanonicalJson.sha256(json, object));
    }

    /** The visible mark (STIX 2.1 section 4.12). Its own object, since only their creators may change the others. */
    private ObjectNode note(List<ObjectNode> objects) {
        String made = draft.made().toString();
        ObjectNode note = json.createObjectNode()
                .put("type", "note")
                .put("spec_version", "2.1")
                .put("id", "note--" + draft.marks().wrapper())
                .put("created", made)
                .put("modified", made)
                .put("abstract", "Released to " + draft.handing().partner())
                .put("content", draft.notice());
        ArrayNode references = note.putArray("object_refs");
        objects.forEach(object -> references.add(object.path("id").asText()));
        return note;
    }

    /** An object to a line, so that a copy of some lines holds whole objects. */
    private byte[] bundle(List<ObjectNode> objects) throws JsonProcessingException {
        StringBuilder bundle = new StringBuilder(
                "{\"type\":\"bundle\",\"id\":\"bundle--" + draft.marks().wrapper() + "\"");
        if (objects.isEmpty()) { // section 8: objects is left out rather than empty
            return bundle.append("}\n").toString().getBytes(StandardCharsets.UTF_8);
        }
        bundle.append(",\"objects\":[\n");
        for (int index = 0; index < objects.size(); index++) {
            bundle.append(index == 0 ? "" : ",\n").append(json.writeValueAsString(objects.get(index)));
        }
        return bundle.append("\n]}\n").toString().getBytes(StandardCharsets.UTF_8);
    }
}
