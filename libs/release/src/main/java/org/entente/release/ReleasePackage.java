package org.entente.release;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.tlog.CanonicalForm;
import org.entente.tlog.Json;
import org.entente.tlog.MalformedException;
import org.entente.tlog.Receipt;
import org.entente.tlog.VerifierKey;
import org.jspecify.annotations.Nullable;

/** A package whose manifest, files, labels and bindings were all found to be what its signer signed. */
public final class ReleasePackage {
    /** Where the content lies if it is a STIX bundle; its objects are bound one by one. */
    public static final String BUNDLE = "content/bundle.json";

    /** Where it lies if it is a document; its paragraphs are bound one by one. */
    public static final String DOCUMENT = "content/document.md";

    private static final String MADE = "org.entente.catalog.release.made.v1";

    private final Map<String, byte[]> files;
    private final Manifest manifest;

    private ReleasePackage(Map<String, byte[]> files, Manifest manifest) {
        this.files = files;
        this.manifest = manifest;
    }

    /** Reads and verifies; throws {@link RefusedPackageException} naming the first thing that does not hold. */
    public static ReleasePackage verify(byte[] archive, ReleaseKeys keys) {
        Map<String, byte[]> files = Archive.read(archive);
        byte[] jws = files.get(Manifest.FILE);
        if (jws == null) {
            throw new RefusedPackageException(Reason.FILE_MISSING, Manifest.FILE);
        }
        Manifest manifest = Manifest.parse(SignedManifest.verified(new String(jws, StandardCharsets.US_ASCII), keys));
        ReleasePackage found = new ReleasePackage(files, manifest);
        found.requireFiles();
        found.requireLabels();
        found.requireBindings();
        return found;
    }

    public Manifest manifest() {
        return manifest;
    }

    /** Throws {@link RefusedPackageException} if it was made out to another partner. */
    public void requireRecipient(String partner) {
        require(manifest.partner().equals(partner), Reason.RECIPIENT_DIFFERS, manifest.partner());
    }

    /** Throws {@link RefusedPackageException} unless the log of that key holds the record that this package was released. */
    public void requireReceipt(String receipt, VerifierKey logKey) {
        require(Receipt.verify(receipt, logKey).isVerified(), Reason.RECEIPT_REFUSED, "receipt");
        Object event = Json.parse(Receipt.parse(receipt).event());
        boolean isOfThis = event instanceof Map<?, ?> members
                && MADE.equals(members.get("type"))
                && manifest.event().equals(members.get("id"))
                && manifest.release().equals(members.get("subject"))
                && members.get("data") instanceof Map<?, ?> data
                && sha256(files.getOrDefault(Manifest.FILE, new byte[0])).equals(data.get("manifestSha256"));
        require(isOfThis, Reason.RECEIPT_DIFFERS, "receipt");
    }

    private void requireFiles() {
        Map<String, Manifest.Listed> listed = manifest.files();
        for (String name : files.keySet()) {
            require(listed.containsKey(name) || name.equals(Manifest.FILE), Reason.FILE_UNKNOWN, name);
        }
        listed.forEach((name, file) -> {
            byte[] content = files.get(name);
            if (content == null) {
                throw new RefusedPackageException(Reason.FILE_MISSING, name);
            }
            require(content.length == file.size() && sha256(content).equals(file.sha256()), Reason.FILE_DIFFERS, name);
        });
    }

    private void requireLabels() {
        manifest.labels()
                .forEach((id, label) ->
                        require(sha256(CanonicalForm.of(label)).equals(id), Reason.LABEL_DIFFERS, String.valueOf(id)));
    }

    /** Each object of a bundle is named once, stands under labels that are there, and is the one that was meant. */
    private void requireBindings() {
        Map<String, Manifest.Bound> bindings = manifest.bindings();
        bindings.forEach((id, bound) -> require(
                !bound.labels().isEmpty() && manifest.labels().keySet().containsAll(bound.labels()),
                Reason.LABEL_DIFFERS,
                id));
        byte[] document = files.get(DOCUMENT);
        if (document != null) {
            bindings.forEach((id, bound) -> requireBound(id, paragraph(document, bound), bound));
        }
        byte[] bundle = files.get(BUNDLE);
        require((bundle == null) != (document == null), Reason.FILE_MISSING, "content");
        if (bundle != null) {
            requireObjects(bundle, bindings);
        }
    }

    private static void requireObjects(byte[] bundle, Map<String, Manifest.Bound> bindings) {
        Set<String> seen = new HashSet<>();
        for (Object object : objects(bundle)) {
            String id = object instanceof Map<?, ?> members ? String.valueOf(members.get("id")) : "";
            Manifest.Bound bound = bindings.get(id);
            require(bound != null && seen.add(id), Reason.BINDING_DIFFERS, id);
            requireBound(id, CanonicalForm.of(object), bound);
        }
        require(seen.equals(bindings.keySet()), Reason.BINDING_DIFFERS, BUNDLE);
    }

    private static byte @Nullable [] paragraph(byte[] document, Manifest.Bound bound) {
        boolean isWithin = bound.start() >= 0 && bound.start() <= bound.end() && bound.end() <= document.length;
        return isWithin ? Arrays.copyOfRange(document, bound.start(), bound.end()) : null;
    }

    private static void requireBound(String id, byte @Nullable [] content, Manifest.@Nullable Bound bound) {
        boolean isBound = content != null && bound != null && sha256(content).equals(bound.sha256());
        require(isBound, Reason.BINDING_DIFFERS, id);
    }

    private static List<?> objects(byte[] bundle) {
        try {
            return Json.parse(new String(bundle, StandardCharsets.UTF_8)) instanceof Map<?, ?> members
                            && members.get("objects") instanceof List<?> objects
                    ? objects
                    : List.of();
        } catch (MalformedException notJson) {
            throw new RefusedPackageException(Reason.BINDING_DIFFERS, BUNDLE);
        }
    }

    private static void require(boolean holds, Reason reason, String place) {
        if (!holds) {
            throw new RefusedPackageException(reason, place);
        }
    }

    /** SHA-256, lower-case hexadecimal. */
    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException exception) {
            throw new IllegalStateException("Every Java platform has SHA-256.", exception);
        }
    }
}
