package org.entente.catalog.room;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes a tiny database in MaxMind DB format: of IPv4, by the first bit of an address only. */
final class MaxMindFile {
    private static final int TEXT = 2;
    private static final int MAP = 7;

    private MaxMindFile() {}

    /** Which country the lower half of all addresses is in, and which the upper. */
    static byte[] of(String lower, String upper) {
        byte[] first = entry(lower);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        record(1 + 16, out);
        record(1 + 16 + first.length, out);
        out.writeBytes(new byte[16]);
        out.writeBytes(first);
        out.writeBytes(entry(upper));
        out.writeBytes("\u00ab\u00cd\u00efMaxMind.com".getBytes(StandardCharsets.ISO_8859_1));
        Map<String, byte[]> metadata = new LinkedHashMap<>();
        metadata.put("node_count", number(6, 1));
        metadata.put("record_size", number(5, 24));
        metadata.put("ip_version", number(5, 4));
        metadata.put("database_type", text("Test-Country"));
        metadata.put("languages", new byte[] {0, 4});
        metadata.put("binary_format_major_version", number(5, 2));
        metadata.put("binary_format_minor_version", number(5, 0));
        metadata.put("build_epoch", new byte[] {4, 2, 1, 1, 1, 1});
        metadata.put("description", map(Map.of("en", text("Test"))));
        out.writeBytes(map(metadata));
        return out.toByteArray();
    }

    private static byte[] entry(String country) {
        return map(Map.of("country", map(Map.of("iso_code", text(country)))));
    }

    private static void record(int value, ByteArrayOutputStream out) {
        out.write(value >> 16);
        out.write(value >> 8);
        out.write(value);
    }

    private static byte[] map(Map<String, byte[]> members) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(MAP << 5 | members.size());
        members.forEach((name, value) -> {
            out.writeBytes(text(name));
            out.writeBytes(value);
        });
        return out.toByteArray();
    }

    private static byte[] text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(TEXT << 5 | Math.min(29, bytes.length));
        if (bytes.length >= 29) {
            out.write(bytes.length - 29);
        }
        out.writeBytes(bytes);
        return out.toByteArray();
    }

    private static byte[] number(int type, int value) {
        return new byte[] {(byte) (type << 5 | 1), (byte) value};
    }
}
