package org.entente.release;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * Files in one ZIP archive of which there is exactly one byte form: stored, in their order, without dates.
 *
 * <p>What one program reads from the entries and another from the directory at the end can differ in a forged archive; here both
 * are written again from what was read, and must come out the same.
 */
public final class Archive {
    /** Bytes of the largest archive: offsets have 32 bits. */
    public static final long LARGEST = (1L << 32) - 1;

    static final int LOCAL = 0x04034b50;
    static final int LOCAL_LENGTH = 30;
    static final int MOST_FILES = 10_000;
    private static final int LONGEST_NAME = 200;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final short VERSION = 20;
    private static final short UTF_8 = 1 << 11;
    private static final short FIRST_OF_1980 = 0x21;

    private Archive() {}

    /**
     * A file of an archive.
     *
     * @param size in bytes
     * @param crc32 of its content
     */
    public record Entry(String name, long size, long crc32) {
        /** Plain relative names only, so that nothing is ever unpacked elsewhere than asked. */
        public Entry {
            boolean isPlain = name.length() <= LONGEST_NAME
                    && name.matches("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*");
            if (!isPlain || size < 0 || size > LARGEST) {
                throw malformed();
            }
        }

        /** Of a content that is at hand. */
        public static Entry of(String name, byte[] content) {
            CRC32 checksum = new CRC32();
            checksum.update(content);
            return new Entry(name, content.length, checksum.getValue());
        }

        /** What stands before the content. */
        public byte[] header() {
            byte[] written = name.getBytes(StandardCharsets.UTF_8);
            return buffer(LOCAL_LENGTH + written.length)
                    .putInt(LOCAL)
                    .put(described())
                    .put(written)
                    .array();
        }

        /** What both headers of a file say alike, from the version needed to the length of the extra field. */
        private byte[] described() {
            return buffer(LOCAL_LENGTH - Integer.BYTES)
                    .putShort(VERSION)
                    .putShort(UTF_8)
                    .putShort((short) 0)
                    .putShort((short) 0)
                    .putShort(FIRST_OF_1980)
                    .putInt((int) crc32)
                    .putInt((int) size)
                    .putInt((int) size)
                    .putShort((short) name.getBytes(StandardCharsets.UTF_8).length)
                    .putShort((short) 0)
                    .array();
        }
    }

    /** The bytes of an archive with these files, by name, in this order. */
    public static byte[] write(Map<String, byte[]> files) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Entry> entries = new ArrayList<>();
        files.forEach((name, content) -> {
            Entry entry = Entry.of(name, content);
            entries.add(entry);
            out.writeBytes(entry.header());
            out.writeBytes(content);
        });
        out.writeBytes(directory(entries));
        return out.toByteArray();
    }

    /** What stands after the contents of all of these. */
    public static byte[] directory(List<Entry> entries) {
        ByteArrayOutputStream directory = new ByteArrayOutputStream();
        long offset = 0;
        for (Entry entry : entries) {
            directory.writeBytes(buffer(6).putInt(CENTRAL).putShort(VERSION).array());
            directory.writeBytes(entry.described());
            directory.writeBytes(buffer(14).putInt(10, (int) offset).array());
            directory.writeBytes(entry.name().getBytes(StandardCharsets.UTF_8));
            offset += entry.header().length + entry.size();
        }
        if (offset + directory.size() + END_LENGTH > LARGEST) {
            throw malformed();
        }
        int length = directory.size();
        directory.writeBytes(buffer(END_LENGTH)
                .putInt(END)
                .putInt(0)
                .putShort((short) entries.size())
                .putShort((short) entries.size())
                .putInt(length)
                .putInt((int) offset)
                .array());
        return directory.toByteArray();
    }

    /**
     * The files of a small archive, which are then all in memory; throws {@link RefusedPackageException} for any other form than
     * {@link #write} gives.
     */
    public static Map<String, byte[]> read(byte[] archive) {
        ArchiveFile found = ArchiveFile.of(Bytes.of(archive));
        Map<String, byte[]> files = new LinkedHashMap<>();
        found.names().forEach(name -> files.put(name, found.content(name)));
        return files;
    }

    static ByteBuffer buffer(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    static RefusedPackageException malformed() {
        return new RefusedPackageException(Reason.ARCHIVE_MALFORMED, "archive");
    }
}
