package org.entente.catalog.release;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.entente.catalog.asset.StoredAsset;
import org.entente.catalog.content.Digests;
import org.entente.catalog.holding.Extract;
import org.entente.events.CanonicalJson;
import org.entente.http.Problem;
import org.entente.release.Manifest;
import org.entente.release.ReleasePackage;

/** Makes packages: marks the content, binds it to its labels and the whole to its terms, and signs. */
@ApplicationScoped
class Packing {
    private final ObjectMapper json;
    private final ReleaseSigning signing;
    private final ReleaseConfig config;

    Packing(ObjectMapper json, ReleaseSigning signing, ReleaseConfig config) {
        this.json = json;
        this.signing = signing;
        this.config = config;
    }

    /** The package of a draft but for the attachments, with its manifest. */
    record Written(Frame frame, String manifest) {}

    /** The package of a draft. Takes long; never on the event loop.
     * @throws Problem 413 if the content is too large
     */
    Written pack(Draft draft, Extract extract, List<Enclosed> enclosed) throws IOException {
        Content content = content(draft, extract, enclosed);
        if (content.bytes().length > config.maxBytes()) {
            throw Problem.tooLarge("", "is larger than " + config.maxBytes() + " bytes");
        }
        String manifest = signing.sign(CanonicalJson.bytes(json, manifest(draft, extract.title(), content, enclosed)));
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(Manifest.FILE, manifest.getBytes(StandardCharsets.US_ASCII));
        files.put(content.file(), content.bytes());
        CoverText.of(draft, enclosed).ifPresent(cover -> files.put(ReleasePackage.COVER, cover.bytes()));
        return new Written(Frame.of(files, enclosed), manifest);
    }

    private Content content(Draft draft, Extract extract, List<Enclosed> enclosed) throws IOException {
        return extract instanceof Extract.Text text
                ? new TextContent(json, draft).of(text, enclosed)
                : new StixContent(json, draft).of((Extract.Objects) extract, enclosed);
    }

    private ObjectNode manifest(Draft draft, String title, Content content, List<Enclosed> enclosed) {
        Handing handing = draft.handing();
        StoredAsset asset = draft.holding().asset().orElseThrow();
        ObjectNode manifest = json.createObjectNode()
                .put("format", Manifest.FORMAT)
                .put("release", draft.id().toString())
                .put("issuer", draft.home())
                .put("issued", draft.made().toString())
                .put("purpose", handing.purpose())
                .put("copyNumber", draft.marks().number())
                .put("title", title);
        manifest.set("asset", asset(asset));
        manifest.set("recipient", recipient(handing.recipient()));
        manifest.putObject("decision")
                .put("id", draft.decision())
                .set("epoch", draft.terms().epoch());
        manifest.set("agreements", texts(draft.terms().agreements()));
        manifest.set("clauses", texts(draft.terms().clauses()));
        manifest.set("obligations", json.createArrayNode().addAll(draft.terms().obligations()));
        manifest.putArray("watermark").add("visible").add("invisible");
        manifest.put("banner", content.banner());
        manifest.set("labels", content.labels());
        manifest.set("binding", content.binding());
        ArrayNode files = manifest.putArray("files").add(file(content));
        CoverText.of(draft, enclosed).ifPresent(cover -> cover.list(files));
        enclosed.forEach(one -> one.list(files));
        manifest.putObject("log").put("event", draft.event().toString()).put("receipt", receipt(draft.event()));
        return manifest;
    }

    private ObjectNode asset(StoredAsset asset) {
        return json.createObjectNode()
                .put("id", asset.id().toString())
                .put("version", asset.version())
                .put("originator", asset.originator());
    }

    private ObjectNode recipient(Recipient recipient) {
        ObjectNode named = json.createObjectNode()
                .put("partner", recipient.partner())
                .put("person", recipient.person())
                .put("name", recipient.name());
        return recipient.vouchedBy() == null ? named : named.put("vouchedBy", recipient.vouchedBy());
    }

    private ObjectNode file(Content content) {
        return json.createObjectNode()
                .put("name", content.file())
                .put("mediaType", content.mediaType())
                .put("size", content.bytes().length)
                .put("sha256", Digests.sha256(content.bytes()));
    }

    private ArrayNode texts(Iterable<String> texts) {
        ArrayNode array = json.createArrayNode();
        texts.forEach(array::add);
        return array;
    }

    /** Where the receipt will be, as soon as the log has it. */
    static String receipt(UUID event) {
        return "/audit/receipts/" + event;
    }
}
