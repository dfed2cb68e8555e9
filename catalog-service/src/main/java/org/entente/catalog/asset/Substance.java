package org.entente.catalog.asset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.TreeMap;
import org.entente.catalog.document.Document;
import org.entente.catalog.document.DocumentPortions;
import org.entente.catalog.document.MarkReader;
import org.entente.catalog.document.TextPortion;
import org.entente.catalog.marking.Refused;
import org.entente.http.Problem;
import org.entente.label.Label;
import org.entente.label.LabelException;
import org.entente.label.stix.Labelling;
import org.entente.label.stix.Portion;
import org.entente.label.stix.StixException;
import org.entente.label.stix.StixPortions;

/** Reads the portions of what is registered, be it a bundle or a document. */
@ApplicationScoped
class Substance {
    private final ObjectMapper json;
    private final BundleLimits limits;
    private final DocumentLimits documents;

    Substance(ObjectMapper json, BundleLimits limits, DocumentLimits documents) {
        this.json = json;
        this.limits = limits;
        this.documents = documents;
    }

    /** Refuses at once what has more objects than it may have portions. */
    void requireSize(Registration registration) {
        if (registration.content().path("objects").size() > limits.maxPortions()) {
            throw Problem.tooLarge("/bundle/objects", "has more than " + limits.maxPortions() + " entries");
        }
    }

    /** Adds every portion under its label.
     * @throws Problem naming the field that is wrong
     */
    void read(Registration registration, Origin origin, Sealing sealing) throws JsonProcessingException {
        if (registration.form() == Form.STIX) {
            bundle(registration, origin, sealing);
        } else {
            document(registration, origin, sealing);
        }
    }

    private void bundle(Registration registration, Origin origin, Sealing sealing) {
        Labelling labelling = labelling(registration, origin);
        try {
            StixPortions.of(registration.content(), labelling, limits.limits())
                    .forEach(portion -> add(portion, origin, sealing));
        } catch (StixException fault) {
            throw Problem.badRequest("/bundle" + fault.pointer(), fault.detail());
        }
    }

    private static void add(Portion portion, Origin origin, Sealing sealing) {
        try {
            origin.owners().require(portion.label());
        } catch (LabelException fault) {
            throw Problem.badRequest("/bundle", "marks " + portion.id() + " with a label that " + fault.detail());
        }
        sealing.add(portion.id().toString(), portion.label(), portion.content());
    }

    private static Labelling labelling(Registration registration, Origin origin) {
        Map<String, Label> byType = new TreeMap<>();
        if (registration.labelsByType() != null) {
            registration
                    .labelsByType()
                    .forEach((type, label) -> byType.put(type, origin.known(label, "/labelsByType/" + escaped(type))));
        }
        return new Labelling(
                origin.known(registration.defaultLabel(), "/defaultLabel"),
                byType,
                origin.nation(),
                origin.vocabulary(),
                origin.at());
    }

    private void document(Registration registration, Origin origin, Sealing sealing) throws JsonProcessingException {
        Label defaults = origin.known(registration.defaultLabel(), "/defaultLabel");
        DocumentPortions portions = new DocumentPortions(
                new MarkReader(defaults, origin.vocabulary().policies()), origin::require, documents.maxPortions());
        try {
            for (TextPortion portion : portions.of(document(registration.content()))) {
                JsonNode content = json.createObjectNode().put("markdown", portion.markdown());
                sealing.add(portion.id(), portion.label(), content);
            }
        } catch (LabelException fault) {
            throw Refused.because(fault.under("/document"));
        }
    }

    private Document document(JsonNode content) throws JsonProcessingException {
        try {
            return json.treeToValue(content, Document.class);
        } catch (JsonMappingException fault) {
            fault.prependPath(Registration.class, "document");
            throw fault;
        }
    }

    private static String escaped(String token) {
        return token.replace("~", "~0").replace("/", "~1");
    }
}
