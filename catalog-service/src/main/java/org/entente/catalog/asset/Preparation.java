package org.entente.catalog.asset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.entente.catalog.content.KeyProvider;
import org.entente.catalog.search.Postings;
import org.entente.events.CanonicalJson;
import org.entente.http.Problem;
import org.entente.label.Label;

/** Reads, checks, labels and seals what is registered. Takes long; never on the event loop. */
@ApplicationScoped
class Preparation {
    private final ObjectMapper json;
    private final KeyProvider keys;
    private final Substance substance;

    Preparation(ObjectMapper json, KeyProvider keys, Substance substance) {
        this.json = json;
        this.keys = keys;
        this.substance = substance;
    }

    /**
     * The request.
     *
     * @throws IOException if the body is not JSON of that form
     * @throws Problem naming the field that is wrong
     */
    Registration read(byte[] body) throws IOException {
        Registration registration = json.readValue(body, Registration.class);
        if (registration == null) {
            throw Problem.badRequest("", "is required");
        }
        registration.check();
        substance.requireSize(registration);
        return registration;
    }

    /**
     * The version of a request.
     *
     * @param attachments in the order in which the request names them
     * @throws IOException if its content is not JSON of that form
     * @throws Problem naming the field that is wrong
     */
    SealedAsset seal(Registration registration, Making making, List<Attaching> attachments) throws IOException {
        Origin origin = making.origin();
        String sha256 = CanonicalJson.sha256(json, registration.content());
        Label defaults = origin.known(registration.defaultLabel(), "/defaultLabel");
        Sealing sealing = new Sealing(json, making, registration.form(), defaults, new Postings(keys));
        substance.read(registration, origin, sealing);
        for (int index = 0; index < attachments.size(); index++) {
            Attaching attaching = attachments.get(index);
            Label label = origin.known(attaching.label(), "/attachments/" + index + "/label");
            sealing.add(attaching.portion(), label, json.valueToTree(attaching.attached()));
        }
        Sealing.Digests digests = new Sealing.Digests(sha256, request(registration, sha256));
        return sealing.close(registration, digests, uploads(attachments), keys);
    }

    private static SealedAsset.Uploads uploads(List<Attaching> attachments) {
        List<UUID> found = attachments.stream()
                .filter(Attaching::isNew)
                .map(attaching -> attaching.attached().attachment())
                .toList();
        String missing = IntStream.range(0, attachments.size())
                .filter(index -> !attachments.get(index).isThere())
                .mapToObj(index -> "/attachments/" + index + "/upload")
                .findFirst()
                .orElse(null);
        return new SealedAsset.Uploads(found, missing);
    }

    /** What a repetition must be equal to; the content enters by its digest. */
    private String request(Registration registration, String sha256) {
        JsonNode digest = json.getNodeFactory().textNode(registration.form().wireName() + " " + sha256);
        return CanonicalJson.sha256(json, registration.withContent(digest));
    }
}
