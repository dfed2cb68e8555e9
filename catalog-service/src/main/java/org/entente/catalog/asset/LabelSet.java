package org.entente.catalog.asset;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Collection;
import java.util.TreeSet;
import org.entente.catalog.content.Digests;

/**
 * The labels that assets stand under together, stored once for all of them.
 *
 * @param digest of the identifiers of its labels; assets are bound to it
 * @param labels by their numbers among the known ones
 */
public record LabelSet(int id, String digest, BitSet labels) {

    /** SHA-256 of the identifiers, sorted, a line each; lower-case hexadecimal. */
    static String digest(Collection<String> labels) {
        return Digests.sha256(String.join("\n", new TreeSet<>(labels)).getBytes(StandardCharsets.UTF_8));
    }
}
