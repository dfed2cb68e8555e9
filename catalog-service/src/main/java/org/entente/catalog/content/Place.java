package org.entente.catalog.content;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.UUID;

/**
 * Where a piece of content belongs; content opens in its own place only.
 *
 * @param asset identifier of the asset
 * @param version of the asset
 * @param piece what of it: the identifier of a portion, or the name of a part of the asset itself
 * @param label the canonical label it stands under
 */
@SuppressWarnings("ArrayRecordComponent") // made to be written out, never compared
public record Place(UUID asset, int version, Piece piece, byte[] label) {

    /** The parts of an asset that are kept as content. */
    public enum Kind {
        PORTION,
        TITLE,
        PURPOSE_NOTE,
        SEAL,
        LABELS,
        RELEASE,
        TEARLINE,
        REMARKING
    }

    /**
     * One part of one kind.
     *
     * @param id tells portions apart; empty where there is only one of a kind
     */
    public record Piece(Kind kind, String id) {
        /** How it is called where its loss is reported. */
        @Override
        public String toString() {
            return kind == Kind.PORTION
                    ? id
                    : kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The place of a portion. */
    public static Place portion(UUID asset, int version, String portion, byte[] label) {
        return new Place(asset, version, new Piece(Kind.PORTION, portion), label);
    }

    /** The place of a package that was made of an asset version for a recipient. */
    public static Place release(UUID asset, int version, UUID release, byte[] manifest) {
        return new Place(asset, version, new Piece(Kind.RELEASE, release.toString()), manifest);
    }

    /** The place of something else of a version of which there may be several. */
    public static Place of(Kind kind, UUID asset, int version, String id, byte[] label) {
        return new Place(asset, version, new Piece(kind, id), label);
    }

    /** The place of a part of which an asset version has one. */
    public static Place of(Kind kind, UUID asset, int version, byte[] label) {
        return new Place(asset, version, new Piece(kind, ""), label);
    }

    /** One byte form for each place and one place for each byte form: fixed widths, and lengths before what varies. */
    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF("entente.catalog.content.1");
            out.writeLong(asset.getMostSignificantBits());
            out.writeLong(asset.getLeastSignificantBits());
            out.writeInt(version);
            out.writeUTF(piece.kind().name());
            out.writeUTF(piece.id());
            out.writeInt(label.length);
            out.write(label);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
        return bytes.toByteArray();
    }
}
