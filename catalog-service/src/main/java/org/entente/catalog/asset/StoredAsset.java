package org.entente.catalog.asset;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.entente.catalog.attachment.Attached;
import org.entente.catalog.content.DataKey;
import org.entente.catalog.content.IntegrityException;
import org.entente.catalog.content.InternedLabel;
import org.entente.catalog.content.KeyProvider;
import org.entente.catalog.content.Manifest;
import org.entente.catalog.content.Place;
import org.entente.catalog.content.WrappedKey;
import org.jspecify.annotations.Nullable;

/**
 * A version of an asset, its content still sealed; the newest, where no other is asked for.
 *
 * @param registered when the asset was
 * @param changed when this version was; absent for the first
 */
public record StoredAsset(
        UUID id,
        int version,
        Form form,
        String originator,
        Instant registered,
        @Nullable Instant changed,
        int portions,
        String sha256,
        WrappedKey key,
        Sealed sealed) {

    /**
     * What is kept sealed beside the portions.
     *
     * @param label of title and purpose note
     * @param seal of the list of portions
     */
    @SuppressWarnings("ArrayRecordComponent") // carried from the database to the key, never compared
    public record Sealed(byte[] title, byte @Nullable [] purposeNote, InternedLabel label, byte[] seal) {}

    /** A portion by its place in the order, its name, and the identifier of its label. */
    public record Mark(int seq, String id, String label) {
        /** Whether it is a file rather than a part of the bundle or of the document. */
        public boolean isAttachment() {
            return id.startsWith(Attached.PREFIX);
        }
    }

    /** The key of the content. */
    public DataKey key(KeyProvider keys) {
        return DataKey.unwrap(id, key, keys);
    }

    /**
     * The title, for whom its label admits.
     *
     * @throws IntegrityException if it is not what was stored
     */
    public String title(DataKey dataKey) {
        return text(dataKey, Place.Kind.TITLE, sealed.title());
    }

    /**
     * The purpose note, for the home side.
     *
     * @throws IntegrityException if it is not what was stored
     */
    @Nullable String purposeNote(DataKey dataKey) {
        return sealed.purposeNote() == null ? null : text(dataKey, Place.Kind.PURPOSE_NOTE, sealed.purposeNote());
    }

    /**
     * Makes sure that these are the portions that were registered, each under its label, none missing.
     *
     * @throws IntegrityException if they are not
     */
    public void requireComplete(DataKey dataKey, List<Mark> marks) {
        Manifest manifest = new Manifest(form.manifest());
        marks.forEach(mark -> manifest.add(mark.id(), mark.label()));
        dataKey.open(Place.of(Place.Kind.SEAL, id, version, manifest.close()), sealed.seal());
    }

    private String text(DataKey dataKey, Place.Kind kind, byte[] text) {
        Place place = Place.of(kind, id, version, sealed.label().canonical());
        return new String(dataKey.open(place, text), StandardCharsets.UTF_8);
    }
}
