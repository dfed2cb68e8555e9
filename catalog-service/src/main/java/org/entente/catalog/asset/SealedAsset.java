package org.entente.catalog.asset;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.entente.catalog.content.InternedLabel;
import org.entente.catalog.content.WrappedKey;
import org.jspecify.annotations.Nullable;

/**
 * A version of an asset ready to be stored: labelled, and nothing of its content in the clear.
 *
 * @param key wrapped; stored with the first version
 * @param request digest of what was asked for
 * @param labels every label that something stands under, with the number of portions, in the order of identifiers
 * @param postings by which it is found: for each token, in base64, the number of a portion
 */
@SuppressWarnings("ArrayRecordComponent") // made here and written once, never compared
record SealedAsset(
        Edition edition,
        Form form,
        String originator,
        String actor,
        WrappedKey key,
        SealedText text,
        Map<InternedLabel, Integer> labels,
        List<SealedPortion> portions,
        Uploads uploads,
        Map<String, Integer> postings,
        Seals seals,
        String request,
        RegisteredAsset answer) {

    UUID id() {
        return edition.asset();
    }

    int version() {
        return edition.version();
    }

    /** When the asset was. */
    Instant registered() {
        return edition.registered();
    }

    /**
     * Title and purpose note.
     *
     * @param label the identifier of the label they stand under
     */
    record SealedText(byte[] title, byte @Nullable [] purposeNote, String label) {}

    /**
     * The uploads that it takes in.
     *
     * @param missing where the request names one that is not there; absent if all are
     */
    record Uploads(List<UUID> found, @Nullable String missing) {}

    /** What binds to the asset the list of its portions, and the set of its labels. */
    record Seals(byte[] portions, byte[] labels) {}

    /** A portion, by the identifier of its label. */
    record SealedPortion(String id, String label, byte[] content) {}
}
