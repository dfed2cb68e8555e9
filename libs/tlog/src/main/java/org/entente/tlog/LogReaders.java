package org.entente.tlog;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What readers of logs share: how much they read at most, and how a partial tile is cut from a full one. */
final class LogReaders {

    static final int LONGEST_TEXT = 1 << 20;

    private LogReaders() {}

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    static int mostBytes(Tile tile) {
        int each = tile.level() == Tile.ENTRIES ? EntryBundle.LONGEST_ENTRY + Short.BYTES : Hash.LENGTH;
        return tile.width() * each;
    }

    static byte[] cut(byte[] full, Tile tile) {
        if (tile.level() != Tile.ENTRIES) {
            return Arrays.copyOf(full, Math.min(full.length, tile.width() * Hash.LENGTH));
        }
        EntryBundle bundle = EntryBundle.parse(full);
        int width = Math.min(bundle.entries().size(), tile.width());
        return new EntryBundle(bundle.entries().subList(0, width)).bytes();
    }
}
