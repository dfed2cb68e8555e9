package org.entente.release;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import org.entente.release.Archive.Entry;
import org.jspecify.annotations.Nullable;

/** An archive that may be too large for memory: its files are read in parts, or not at all. */
final class ArchiveFile {
    private static final int AT_ONCE = 1 << 20;
    /** Of a file that is read as a whole. */
    private static final int MOST = 512 << 20;

    private final Bytes bytes;
    private final Map<String, Part> parts;

    private ArchiveFile(Bytes bytes, Map<String, Part> parts) {
        this.bytes = bytes;
        this.parts = parts;
    }

    /** Where the content of a file is. */
    private record Part(Entry entry, long start) {}

    /** Throws {@link RefusedPackageException} for any other form than {@link Archive} writes; contents are looked at when they are read. */
    static ArchiveFile of(Bytes bytes) {
        Map<String, Part> parts = new LinkedHashMap<>();
        List<Entry> entries = new ArrayList<>();
        long at = 0;
        for (Entry entry = next(bytes, at); entry != null; entry = next(bytes, at)) {
            long start = at + entry.header().length;
            if (parts.put(entry.name(), new Part(entry, start)) != null || entries.size() == Archive.MOST_FILES) {
                throw Archive.malformed();
            }
            entries.add(entry);
            at = start + entry.size();
        }
        byte[] directory = Archive.directory(entries);
        if (entries.isEmpty()
                || bytes.size() != at + directory.length
                || !Arrays.equals(bytes.read(at, directory.length), directory)) {
            throw Archive.malformed();
        }
        return new ArchiveFile(bytes, parts);
    }

    /** The file that begins there; absent where none does. */
    private static @Nullable Entry next(Bytes bytes, long at) {
        if (bytes.size() - at <= Archive.LOCAL_LENGTH) {
            return null;
        }
        ByteBuffer header =
                ByteBuffer.wrap(bytes.read(at, Archive.LOCAL_LENGTH)).order(ByteOrder.LITTLE_ENDIAN);
        if (header.getInt(0) != Archive.LOCAL) {
            return null;
        }
        int nameLength = Short.toUnsignedInt(header.getShort(26));
        long length = Integer.toUnsignedLong(header.getInt(18));
        if (bytes.size() - at - Archive.LOCAL_LENGTH < nameLength + length) {
            throw Archive.malformed();
        }
        String name = new String(bytes.read(at + Archive.LOCAL_LENGTH, nameLength), StandardCharsets.UTF_8);
        Entry entry = new Entry(name, length, Integer.toUnsignedLong(header.getInt(14)));
        if (!Arrays.equals(bytes.read(at, Archive.LOCAL_LENGTH + nameLength), entry.header())) {
            throw Archive.malformed();
        }
        return entry;
    }

    Set<String> names() {
        return parts.keySet();
    }

    boolean has(String name) {
        return parts.containsKey(name);
    }

    /** Of a file that is there. */
    long size(String name) {
        return part(name).entry().size();
    }

    /** The whole of a file that is there. */
    byte[] content(String name) {
        Part part = part(name);
        if (part.entry().size() > MOST) {
            throw Archive.malformed();
        }
        ByteBuffer content = ByteBuffer.allocate((int) part.entry().size());
        read(part, content::put);
        return content.array();
    }

    /** Lower-case hexadecimal, of a file that is there. */
    String sha256(String name) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            read(part(name), digest::update);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException exception) {
            throw new IllegalStateException("Every Java platform has SHA-256.", exception);
        }
    }

    private void read(Part part, Consumer<byte[]> sink) {
        CRC32 checksum = new CRC32();
        long end = part.start() + part.entry().size();
        for (long at = part.start(); at < end; at += AT_ONCE) {
            byte[] some = bytes.read(at, (int) Math.min(AT_ONCE, end - at));
            checksum.update(some);
            sink.accept(some);
        }
        if (checksum.getValue() != part.entry().crc32()) {
            throw Archive.malformed();
        }
    }

    private Part part(String name) {
        Part part = parts.get(name);
        if (part == null) {
            throw new RefusedPackageException(Reason.FILE_MISSING, name);
        }
        return part;
    }
}
