package org.entente.tlog;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Up to 256 entries, each behind its length as a big-endian uint16 (C2SP tlog-tiles, entry bundles). */
public record EntryBundle(List<byte[]> entries) {

    /** The most bytes that an entry can have. */
    public static final int LONGEST_ENTRY = 0xffff;

    public EntryBundle {
        entries = List.copyOf(entries);
        if (entries.isEmpty()
                || entries.size() > Tile.FULL
                || entries.stream().anyMatch(e -> e.length > LONGEST_ENTRY)) {
            throw new MalformedException("a bundle has 1 to 256 entries of at most 65,535 bytes");
        }
    }

    /** Throws {@link MalformedException} unless the bytes are whole entries, and between 1 and 256 of them. */
    public static EntryBundle parse(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        List<byte[]> entries = new ArrayList<>();
        while (buffer.hasRemaining()) {
            int length = buffer.remaining() < Short.BYTES ? Integer.MAX_VALUE : Short.toUnsignedInt(buffer.getShort());
            if (length > buffer.remaining()) {
                throw new MalformedException("an entry bundle ends within an entry");
            }
            byte[] entry = new byte[length];
            buffer.get(entry);
            entries.add(entry);
        }
        return new EntryBundle(entries);
    }

    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] entry : entries) {
            bytes.write(entry.length >>> Byte.SIZE);
            bytes.write(entry.length);
            bytes.writeBytes(entry);
        }
        return bytes.toByteArray();
    }
}
