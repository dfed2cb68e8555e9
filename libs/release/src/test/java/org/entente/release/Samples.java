package org.entente.release;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.tlog.SigningKey;

/** A package as the catalog writes it, and what may be done to it on the way. */
final class Samples {
    static final SigningKey KEY = SigningKey.parse("release", SigningKey.generate());
    static final ReleaseKeys KEYS = ReleaseKeys.of(List.of(KEY.verifierKey()));

    static final String OBJECT = "{\"id\":\"ipv4-addr--1\",\"type\":\"ipv4-addr\",\"value\":\"192.0.2.1\"}";
    static final String LABEL = "{\"classification\":\"SECRET\",\"policy\":\"ALLIANCE\"}";
    static final String CONTENT = "{\"type\":\"bundle\",\"objects\":[" + OBJECT + "]}";

    private Samples() {}

    static Map<String, byte[]> files() {
        return files(KEY, payload(CONTENT));
    }

    static Map<String, byte[]> files(SigningKey key, String payload) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(Manifest.FILE, SignedManifest.sign(key, bytes(payload)).getBytes(StandardCharsets.US_ASCII));
        files.put(ReleasePackage.BUNDLE, bytes(CONTENT));
        return files;
    }

    static String payload(String content) {
        String label = ReleasePackage.sha256(bytes(LABEL));
        return """
                {"format": "entente-release/1", "release": "r-1", "issuer": "XAA", "issued": "2026-11-23T10:00:00Z",
                 "purpose": "cyber-defence", "recipient": {"partner": "XBB", "name": "xbb-analyst"},
                 "decision": {"id": "d-1"}, "log": {"event": "e-1"}, "agreements": ["a-1"],
                 "obligations": [{"type": "watermark"}],
                 "files": [{"name": "content/bundle.json", "size": %d, "sha256": "%s"}],
                 "labels": {"%s": %s},
                 "binding": [{"id": "ipv4-addr--1", "labels": ["%s"], "sha256": "%s"}]}""".formatted(
                        bytes(content).length,
                        ReleasePackage.sha256(bytes(content)),
                        label,
                        LABEL,
                        label,
                        ReleasePackage.sha256(bytes(OBJECT)));
    }

    /** The same with a file, bound as a whole. */
    static Map<String, byte[]> withAttachment(byte[] attachment) {
        String label = ReleasePackage.sha256(bytes(LABEL));
        String sha256 = ReleasePackage.sha256(attachment);
        return withAttachment(
                attachment,
                "{\"id\": \"attachment:1\", \"file\": \"attachments/1-plan.pdf\", \"labels\": [\"%s\"], \"sha256\": \"%s\"}"
                        .formatted(label, sha256));
    }

    static Map<String, byte[]> withAttachment(byte[] attachment, String binding) {
        String listed = "\"files\": [{\"name\": \"attachments/1-plan.pdf\", \"size\": %d, \"sha256\": \"%s\"}, "
                .formatted(attachment.length, ReleasePackage.sha256(attachment));
        Map<String, byte[]> files = files(
                KEY,
                payload(CONTENT)
                        .replace("\"files\": [", listed)
                        .replace("\"binding\": [", "\"binding\": [" + (binding.isEmpty() ? "" : binding + ", ")));
        files.put("attachments/1-plan.pdf", attachment);
        return files;
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
