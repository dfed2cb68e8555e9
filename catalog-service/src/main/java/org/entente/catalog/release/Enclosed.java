package org.entente.catalog.release;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.entente.catalog.holding.Enclosure;
import org.entente.catalog.holding.RecipientLabels;
import org.entente.events.CanonicalJson;
import org.entente.release.Archive;
import org.entente.release.ReleasePackage;

/**
 * An attachment in a package.
 *
 * @param entry of the archive that it is
 */
record Enclosed(Enclosure enclosure, Archive.Entry entry) {
    private static final int LONGEST_NAME = 100;

    /**
     * The attachment of that number in a package, by a name that every system takes.
     *
     * @param crc32 of its content
     */
    static Enclosed of(int number, Enclosure enclosure, long crc32) {
        String plain = enclosure
                .file()
                .name()
                .replaceAll("[^A-Za-z0-9._-]+", "_")
                .replaceAll("^(.*?)(.{1," + LONGEST_NAME + "})$", "$2");
        String name = ReleasePackage.ATTACHMENTS + number + "-" + plain;
        return new Enclosed(enclosure, new Archive.Entry(name, enclosure.file().size(), crc32));
    }

    /** The identifiers of the labels that they stand under. */
    static Set<String> labels(List<Enclosed> enclosed) {
        Set<String> labels = new TreeSet<>();
        enclosed.forEach(one -> labels.add(one.enclosure().label()));
        return labels;
    }

    /** Binds it to its label. */
    void bind(ArrayNode binding, RecipientLabels labels) {
        ObjectNode bound = binding.addObject()
                .put("id", enclosure.portion())
                .put("file", entry.name())
                .put("sha256", enclosure.file().sha256());
        ArrayNode digests = bound.putArray("labels");
        labels.of(Set.of(enclosure.label())).forEach(digests::add);
    }

    /** How the manifest lists it. */
    void list(ArrayNode files) {
        files.addObject()
                .put("name", entry.name())
                .put("title", enclosure.file().name())
                .put("mediaType", enclosure.file().mediaType())
                .put("size", entry.size())
                .put("sha256", enclosure.file().sha256());
    }

    /**
     * Tells what goes into a package from anything else: of what it says and of its attachments, with the labels that each stands
     * under.
     *
     * @param said digest of what it says
     */
    static String substance(String said, List<Enclosure> enclosures, ObjectMapper json) {
        return enclosures.isEmpty()
                ? said
                : CanonicalJson.sha256(
                        json,
                        List.of(
                                said,
                                enclosures.stream()
                                        .map(one -> List.of(
                                                one.portion(),
                                                one.label(),
                                                one.file().sha256()))
                                        .toList()));
    }
}
