package org.entente.label.stix;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a bundle a portion is, written {@code objectId[@modified][#selector]}.
 *
 * @param version the object's {@code modified}, where the bundle holds several versions of it
 * @param selector of a granular marking (STIX 2.1, section 7.2.3.1), for a property kept apart from its object
 */
public record PortionId(
        String objectId, @Nullable String version, @Nullable String selector) {

    /** Reads what {@link #toString} wrote; STIX identifiers hold neither of the separators. */
    public static PortionId parse(String text) {
        int hash = text.indexOf('#');
        String object = hash < 0 ? text : text.substring(0, hash);
        int at = object.indexOf('@');
        return new PortionId(
                at < 0 ? object : object.substring(0, at),
                at < 0 ? null : object.substring(at + 1),
                hash < 0 ? null : text.substring(hash + 1));
    }

    /** The portion of the object itself. */
    public PortionId object() {
        return new PortionId(objectId, version, null);
    }

    PortionId property(String property) {
        return new PortionId(objectId, version, property);
    }

    @Override
    public String toString() {
        return objectId + (version == null ? "" : "@" + version) + (selector == null ? "" : "#" + selector);
    }
}
