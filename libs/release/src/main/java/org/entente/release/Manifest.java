package org.entente.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.entente.tlog.Json;
import org.entente.tlog.MalformedException;

/**
 * What a package holds, for whom, what for and on what terms, as its signer says. Members that this version does not know are
 * passed over; those it needs must be there.
 */
public final class Manifest {
    /** The name of the manifest in the archive. */
    public static final String FILE = "manifest.jws";

    /** The one format there is. */
    public static final String FORMAT = "entente-release/1";

    private final Map<?, ?> members;

    private Manifest(Map<?, ?> members) {
        this.members = members;
    }

    /** A file of the package. */
    record Listed(long size, String sha256) {}

    /**
     * A part of the content.
     *
     * @param labels that it stands under
     * @param sha256 of an object in canonical form (RFC 8785), or of the bytes of a paragraph or of a file
     * @param start of a paragraph in its file, inclusive; negative for an object
     * @param end exclusive
     * @param file that it is as a whole; empty for an object or a paragraph
     */
    record Bound(List<?> labels, String sha256, int start, int end, String file) {}

    static Manifest parse(String payload) {
        try {
            if (Json.parse(payload) instanceof Map<?, ?> members) {
                if (!FORMAT.equals(members.get("format"))) {
                    throw new RefusedPackageException(Reason.FORMAT_UNKNOWN, FILE);
                }
                return new Manifest(members);
            }
        } catch (MalformedException notJson) {
            throw malformed("/");
        }
        throw malformed("/");
    }

    /** The identifier of the release. */
    public String release() {
        return text(members, "release");
    }

    /** Who released it: a nation. */
    public String issuer() {
        return text(members, "issuer");
    }

    /** When, RFC 3339. */
    public String issued() {
        return text(members, "issued");
    }

    public String purpose() {
        return text(members, "purpose");
    }

    /** The partner it was made out to. */
    public String partner() {
        return text(member(members, "recipient", Map.class), "partner");
    }

    /** The person of the partner, as they are called there. */
    public String person() {
        return text(member(members, "recipient", Map.class), "name");
    }

    /** The identifier of the decision that permitted it. */
    public String decision() {
        return text(member(members, "decision", Map.class), "id");
    }

    /** Under which the log has it: the identifier of the event. */
    public String event() {
        return text(member(members, "log", Map.class), "event");
    }

    /** The agreements that it rests on. */
    public List<String> agreements() {
        return member(members, "agreements", List.class).stream()
                .map(String::valueOf)
                .toList();
    }

    /** What the recipient must see to, by type. */
    public List<String> obligations() {
        return objects("obligations").stream().map(each -> text(each, "type")).toList();
    }

    /** The files beside the manifest, by name. */
    Map<String, Listed> files() {
        Map<String, Listed> files = new TreeMap<>();
        for (Map<?, ?> file : objects("files")) {
            double size = member(file, "size", Double.class);
            if (files.put(text(file, "name"), new Listed((long) size, text(file, "sha256"))) != null) {
                throw malformed("/files");
            }
        }
        return files;
    }

    /** The names in the package of the attachments in it, without what says whose they are. */
    public List<String> attachments() {
        return files().keySet().stream()
                .filter(name -> name.startsWith(ReleasePackage.ATTACHMENTS) && !name.equals(ReleasePackage.COVER))
                .toList();
    }

    /** The labels, by their digests. */
    Map<?, ?> labels() {
        return member(members, "labels", Map.class);
    }

    /** What the content consists of, by identifier. */
    Map<String, Bound> bindings() {
        Map<String, Bound> bindings = new TreeMap<>();
        for (Map<?, ?> object : objects("binding")) {
            Bound bound = new Bound(
                    member(object, "labels", List.class),
                    text(object, "sha256"),
                    offset(object, "start"),
                    offset(object, "end"),
                    object.containsKey("file") ? text(object, "file") : "");
            if (bindings.put(text(object, "id"), bound) != null) {
                throw malformed("/binding");
            }
        }
        return bindings;
    }

    private List<Map<?, ?>> objects(String name) {
        List<Map<?, ?>> objects = new ArrayList<>();
        for (Object item : member(members, name, List.class)) {
            if (!(item instanceof Map<?, ?> object)) {
                throw malformed("/" + name);
            }
            objects.add(object);
        }
        return objects;
    }

    private static int offset(Map<?, ?> object, String name) {
        return object.containsKey(name) ? member(object, name, Double.class).intValue() : -1;
    }

    private static String text(Map<?, ?> object, String name) {
        return member(object, name, String.class);
    }

    private static <T> T member(Map<?, ?> object, String name, Class<T> type) {
        Object value = object.get(name);
        if (!type.isInstance(value)) {
            throw malformed("/" + name);
        }
        return type.cast(value);
    }

    private static RefusedPackageException malformed(String place) {
        return new RefusedPackageException(Reason.MANIFEST_MALFORMED, place);
    }
}
