package org.entente.catalog.asset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.entente.catalog.content.KeyProvider;
import org.entente.catalog.marking.Refused;
import org.entente.events.CanonicalJson;
import org.entente.http.Problem;
import org.entente.label.Label;
import org.entente.label.LabelException;
import org.entente.label.stix.Labelling;
import org.entente.label.stix.StixException;
import org.entente.label.stix.StixPortions;
import org.jspecify.annotations.Nullable;

/** Turns a request into an asset that can be stored: reads, checks, labels, seals. Takes long; never on the event loop. */
@ApplicationScoped
class Intake {
    private final ObjectMapper json;
    private final KeyProvider keys;
    private final BundleLimits limits;

    Intake(ObjectMapper json, KeyProvider keys, BundleLimits limits) {
        this.json = json;
        this.keys = keys;
        this.limits = limits;
    }

    /**
     * The asset of a request.
     *
     * @throws IOException if the body is not JSON of that form
     * @throws Problem naming the field that is wrong
     */
    SealedAsset prepare(byte[] body, Origin origin) throws IOException {
        Registration registration = json.readValue(body, Registration.class);
        if (registration == null) {
            throw Problem.badRequest("", "is required");
        }
        registration.check();
        JsonNode bundle = Objects.requireNonNull(registration.bundle());
        requireSize(bundle);
        Labelling labelling = labelling(registration, origin);
        String sha256 = CanonicalJson.sha256(json, bundle);
        Sealing sealing = new Sealing(json, origin, labelling.defaultLabel());
        try {
            StixPortions.of(bundle, labelling, limits.limits()).forEach(sealing::add);
        } catch (StixException fault) {
            throw Problem.badRequest("/bundle" + fault.pointer(), fault.detail());
        }
        return sealing.close(registration, new Sealing.Digests(sha256, request(registration, sha256)), keys);
    }

    private void requireSize(JsonNode bundle) {
        if (bundle.path("objects").size() > limits.maxPortions()) {
            throw Problem.tooLarge("/bundle/objects", "has more than " + limits.maxPortions() + " entries");
        }
    }

    private static Labelling labelling(Registration registration, Origin origin) {
        Map<String, Label> byType = new TreeMap<>();
        if (registration.labelsByType() != null) {
            registration
                    .labelsByType()
                    .forEach((type, label) -> byType.put(type, known(label, "/labelsByType/" + escaped(type), origin)));
        }
        return new Labelling(
                known(registration.defaultLabel(), "/defaultLabel", origin),
                byType,
                origin.nation(),
                origin.vocabulary(),
                origin.at());
    }

    /** A label that means something now. */
    private static Label known(@Nullable Label label, String pointer, Origin origin) {
        if (label == null) {
            throw Problem.badRequest(pointer, "is required");
        }
        try {
            origin.vocabulary().normalise(label, origin.nation(), origin.at());
            return label;
        } catch (LabelException fault) {
            throw Refused.because(fault.under(pointer));
        }
    }

    /** What a repetition must be equal to; the bundle enters by its digest. */
    private String request(Registration registration, String sha256) {
        return CanonicalJson.sha256(
                json,
                new Registration(
                        registration.title(),
                        registration.purposeNote(),
                        json.getNodeFactory().textNode(sha256),
                        registration.defaultLabel(),
                        registration.labelsByType()));
    }

    private static String escaped(String token) {
        return token.replace("~", "~0").replace("/", "~1");
    }
}
