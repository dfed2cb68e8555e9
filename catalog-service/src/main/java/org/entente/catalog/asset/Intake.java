package org.entente.catalog.asset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import org.entente.catalog.content.KeyProvider;
import org.entente.events.CanonicalJson;
import org.entente.http.Problem;

/** Turns a request into a version that can be stored: reads, checks, labels, seals. Takes long; never on the event loop. */
@ApplicationScoped
class Intake {
    private final ObjectMapper json;
    private final KeyProvider keys;
    private final Substance substance;

    Intake(ObjectMapper json, KeyProvider keys, Substance substance) {
        this.json = json;
        this.keys = keys;
        this.substance = substance;
    }

    /**
     * The version of a request.
     *
     * @throws IOException if the body is not JSON of that form
     * @throws Problem naming the field that is wrong
     */
    SealedAsset prepare(byte[] body, Origin origin, Edition edition) throws IOException {
        Registration registration = json.readValue(body, Registration.class);
        if (registration == null) {
            throw Problem.badRequest("", "is required");
        }
        registration.check();
        substance.requireSize(registration);
        String sha256 = CanonicalJson.sha256(json, registration.content());
        Sealing sealing = new Sealing(
                json, origin, edition, registration.form(), origin.known(registration.defaultLabel(), "/defaultLabel"));
        substance.read(registration, origin, sealing);
        return sealing.close(registration, new Sealing.Digests(sha256, request(registration, sha256)), keys);
    }

    /** What a repetition must be equal to; the content enters by its digest. */
    private String request(Registration registration, String sha256) {
        JsonNode digest = json.getNodeFactory().textNode(registration.form().wireName() + " " + sha256);
        return CanonicalJson.sha256(json, registration.withContent(digest));
    }
}
