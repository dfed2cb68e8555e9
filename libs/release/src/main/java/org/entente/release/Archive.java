package org.entente.release;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * Files in one ZIP archive of which there is exactly one byte form: stored, in their order, without dates.
 *
 * <p>What one program reads from the entries and another from the directory at the end can differ in a forged archive; here the
 * archive is written again from what was read, and must come out the same.
 */
public final class Archive {
    /** Bytes of the largest archive. */
    public static final int LARGEST = 512 << 20;

    private static final int MOST_FILES = 10_000;
    private static final int LONGEST_NAME = 200;
    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int LOCAL_LENGTH = 30;
    private static final int END_LENGTH = 22;
    private static final short VERSION = 20;
    private static final short UTF_8 = 1 << 11;
    private static final short FIRST_OF_1980 = 0x21;

    private Archive() {}

    /** The bytes of an archive with these files, by name, in this order. */
    public static byte[] write(Map<String, byte[]> files) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream directory = new ByteArrayOutputStream();
        files.forEach((name, content) -> {
            byte[] described = described(requireName(name), content);
            int offset = out.size();
            out.writeBytes(buffer(4).putInt(LOCAL).array());
            out.writeBytes(described);
            out.writeBytes(name.getBytes(StandardCharsets.UTF_8));
            out.writeBytes(content);
            directory.writeBytes(buffer(6).putInt(CENTRAL).putShort(VERSION).array());
            directory.writeBytes(described);
            directory.writeBytes(buffer(14).putInt(10, offset).array());
            directory.writeBytes(name.getBytes(StandardCharsets.UTF_8));
        });
        int start = out.size();
        out.writeBytes(directory.toByteArray());
        out.writeBytes(buffer(END_LENGTH)
                .putInt(END)
                .putInt(0)
                .putShort((short) files.size())
                .putShort((short) files.size())
                .putInt(directory.size())
                .putInt(start)
                .array());
        return out.toByteArray();
    }

    /** The files of an archive; throws {@link RefusedPackageException} for any other form than {@link #write} gives. */
    public static Map<String, byte[]> read(byte[] archive) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        ByteBuffer in = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
        while (in.remaining() > LOCAL_LENGTH && in.getInt(in.position()) == LOCAL) {
            int length = in.getInt(in.position() + 18);
            int nameLength = Short.toUnsignedInt(in.getShort(in.position() + 26));
            in.position(in.position() + LOCAL_LENGTH);
            if (length < 0 || files.size() == MOST_FILES || in.remaining() < (long) nameLength + length) {
                throw malformed();
            }
            String name = new String(bytes(in, nameLength), StandardCharsets.UTF_8);
            if (files.put(requireName(name), bytes(in, length)) != null) {
                throw malformed();
            }
        }
        if (files.isEmpty() || !Arrays.equals(write(files), archive)) {
            throw malformed();
        }
        return files;
    }

    /** What both headers of a file say alike, from the version needed to the length of the extra field. */
    private static byte[] described(String name, byte[] content) {
        CRC32 checksum = new CRC32();
        checksum.update(content);
        return buffer(LOCAL_LENGTH - 4)
                .putShort(VERSION)
                .putShort(UTF_8)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort(FIRST_OF_1980)
                .putInt((int) checksum.getValue())
                .putInt(content.length)
                .putInt(content.length)
                .putShort((short) name.getBytes(StandardCharsets.UTF_8).length)
                .putShort((short) 0)
                .array();
    }

    /** Plain relative names only, so that nothing is ever unpacked elsewhere than asked. */
    private static String requireName(String name) {
        boolean isPlain = name.length() <= LONGEST_NAME
                && name.matches("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*");
        if (!isPlain) {
            throw malformed();
        }
        return name;
    }

    private static byte[] bytes(ByteBuffer in, int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    private static ByteBuffer buffer(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static RefusedPackageException malformed() {
        return new RefusedPackageException(Reason.ARCHIVE_MALFORMED, "archive");
    }
}
