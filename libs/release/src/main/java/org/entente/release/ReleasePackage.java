package org.entente.release;

import java.io.IOException;
import java.nio.channels.FileChannel;
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

    /** Under which attachments lie, each bound as a whole. */
    public static final String ATTACHMENTS = "attachments/";

    /** What says whose copies the attachments are; bound like one of them. */
    public static final String COVER = ATTACHMENTS + "README";

    private static final String MADE = "org.entente.catalog.release.made.v1";

    private final ArchiveFile files;
    private final byte[] jws;
    private final Manifest manifest;

    private ReleasePackage(ArchiveFile files, byte[] jws, Manifest manifest) {
        this.files = files;
        this.jws = jws;
        this.manifest = manifest;
    }

    /** Reads and verifies; throws {@link RefusedPackageException} naming the first thing that does not hold. */
    public static ReleasePackage verify(byte[] archive, ReleaseKeys keys) {
        return verify(Bytes.of(archive), keys);
    }

    /** The same of a file, whose attachments are never whole in memory; it must not be used once the file is closed. */
    public static ReleasePackage verify(FileChannel archive, ReleaseKeys keys) throws IOException {
        return verify(Bytes.of(archive), keys);
    }

    private static ReleasePackage verify(Bytes archive, ReleaseKeys keys) {
        ArchiveFile files = ArchiveFile.of(archive);
        byte[] jws = files.content(Manifest.FILE);
        Manifest manifest = Manifest.parse(SignedManifest.verified(new String(jws, StandardCharsets.US_ASCII), keys));
        ReleasePackage found = new ReleasePackage(files, jws, manifest);
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
                && sha256(jws).equals(data.get("manifestSha256"));
        require(isOfThis, Reason.RECEIPT_DIFFERS, "receipt");
    }

    private void requireFiles() {
        Map<String, Manifest.Listed> listed = manifest.files();
        for (String name : files.names()) {
            require(listed.containsKey(name) || name.equals(Manifest.FILE), Reason.FILE_UNKNOWN, name);
        }
        listed.forEach((name, file) -> {
            require(files.has(name), Reason.FILE_MISSING, name);
            boolean isListed =
                    files.size(name) == file.size() && files.sha256(name).equals(file.sha256());
            require(isListed, Reason.FILE_DIFFERS, name);
        });
    }

    private void requireLabels() {
        manifest.labels()
                .forEach((id, label) ->
                        require(sha256(CanonicalForm.of(label)).equals(id), Reason.LABEL_DIFFERS, String.valueOf(id)));
    }

    /** Each part is named once, stands under labels that are there, and is the one that was meant. */
    private void requireBindings() {
        Map<String, Manifest.Bound> bindings = manifest.bindings();
        bindings.forEach((id, bound) -> require(
                !bound.labels().isEmpty() && manifest.labels().keySet().containsAll(bound.labels()),
                Reason.LABEL_DIFFERS,
                id));
        requireAttachments(bindings);
        bindings.values().removeIf(bound -> !bound.file().isEmpty());
        boolean hasDocument = files.has(DOCUMENT);
        boolean hasBundle = files.has(BUNDLE);
        require(hasBundle != hasDocument, Reason.FILE_MISSING, "content");
        if (hasDocument) {
            byte[] document = files.content(DOCUMENT);
            bindings.forEach((id, bound) -> requireBound(id, paragraph(document, bound), bound));
        } else {
            requireObjects(files.content(BUNDLE), bindings);
        }
    }

    /** Each attachment is bound, once, and as the file that is listed. */
    private void requireAttachments(Map<String, Manifest.Bound> bindings) {
        Map<String, Manifest.Listed> listed = manifest.files();
        Set<String> bound = new HashSet<>();
        bindings.forEach((id, one) -> {
            Manifest.Listed file = listed.get(one.file());
            boolean isBound = file != null
                    && one.file().startsWith(ATTACHMENTS)
                    && file.sha256().equals(one.sha256())
                    && bound.add(one.file());
            require(one.file().isEmpty() || isBound, Reason.BINDING_DIFFERS, id);
        });
        listed.keySet().stream()
                .filter(name -> !name.equals(BUNDLE) && !name.equals(DOCUMENT))
                .forEach(name -> require(bound.contains(name), Reason.BINDING_DIFFERS, name));
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
