package org.entente.catalog.tearline;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.entente.catalog.approval.History;
import org.entente.catalog.content.DataKey;
import org.entente.catalog.content.Digests;
import org.entente.catalog.content.IntegrityException;
import org.entente.catalog.content.InternedLabel;
import org.entente.catalog.content.Place;

/**
 * A tearline of a version of an asset, its content still sealed.
 *
 * @param sources the portions that it is made of
 * @param sha256 of the content, lower-case hexadecimal
 * @param sealed under the asset's key, bound to the tearline and its label
 * @param history what became of it
 */
@SuppressWarnings("ArrayRecordComponent") // carried from the database to the key, never compared
public record StoredTearline(
        UUID id,
        UUID asset,
        int version,
        InternedLabel label,
        List<String> sources,
        String sha256,
        byte[] sealed,
        Instant drafted,
        History history) {

    /**
     * What it says.
     *
     * @throws IntegrityException if it is not what was drafted
     */
    public TearlineContent open(DataKey key, ObjectMapper json) throws IOException {
        byte[] content = key.open(place(id, asset, version, label), sealed);
        if (!Digests.sha256(content).equals(sha256)) {
            throw new IntegrityException("tearline " + id);
        }
        return json.readValue(content, TearlineContent.class);
    }

    /** The same with another history. */
    StoredTearline with(History other) {
        return new StoredTearline(id, asset, version, label, sources, sha256, sealed, drafted, other);
    }

    static Place place(UUID id, UUID asset, int version, InternedLabel label) {
        return Place.of(
                Place.Kind.TEARLINE,
                asset,
                version,
                id.toString(),
                label.requireIntact().canonical());
    }
}
