package org.entente.tlog;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a tile (C2SP tlog-tiles): {@code width} consecutive hashes of one level, or as many entries.
 *
 * @param level 0 for leaf hashes, each level above hashes 256 times as many leaves; {@link #ENTRIES} for an entry bundle
 * @param index of the tile within its level
 * @param width from 1 to {@link #FULL}; less than that is a partial tile
 */
public record Tile(int level, long index, int width) {

    /** Hashes in a full tile. */
    public static final int FULL = 256;

    /** The level of entry bundles. */
    public static final int ENTRIES = -1;

    /** Levels of the tree that one tile spans: 2⁸ = 256. */
    static final int HEIGHT = 8;

    private static final int TOP_LEVEL = 63;
    private static final int MOST_ELEMENTS = 6;
    private static final Pattern PATH =
            Pattern.compile("tile/(entries|0|[1-9][0-9]?)/((?:x[0-9]{3}/)*[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    public Tile {
        if (level < ENTRIES || level > TOP_LEVEL || index < 0 || width < 1 || width > FULL) {
            throw new MalformedException("there is no such tile");
        }
    }

    public static Tile entries(long index, int width) {
        return new Tile(ENTRIES, index, width);
    }

    /** Reads {@code tile/<L>/<N>[.p/<W>]}; throws {@link MalformedException} for anything but the one way to write it. */
    public static Tile parse(String path) {
        Matcher matcher = PATH.matcher(path);
        if (!matcher.matches() || matcher.group(2).split("/").length > MOST_ELEMENTS) {
            throw new MalformedException("this is not the path of a tile");
        }
        int level = matcher.group(1).equals("entries") ? ENTRIES : Integer.parseInt(matcher.group(1));
        long index = Long.parseLong(matcher.group(2).replaceAll("[x/]", ""));
        String width = matcher.group(3);
        Tile tile = new Tile(level, index, width == null ? FULL : Integer.parseInt(width));
        if (!tile.path().equals(path)) {
            throw new MalformedException("this is not the path of a tile");
        }
        return tile;
    }

    /** {@code tile/<L>/<N>[.p/<W>]}. */
    public String path() {
        String number = "%03d".formatted(index % 1000);
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            number = "x%03d/".formatted(rest % 1000) + number;
        }
        String name = level == ENTRIES ? "entries" : Integer.toString(level);
        return "tile/" + name + "/" + number + (width == FULL ? "" : ".p/" + width);
    }

    /** The tile of this level at this index in a tree of {@code size} leaves, as wide as it is there; it must not be empty. */
    public static Tile inTree(int level, long index, long size) {
        return new Tile(level, index, (int) Math.min(FULL, hashesAt(level, size) - index * FULL));
    }

    /** Every tile of hashes of a tree of {@code size} leaves at {@code level}, left to right. */
    public static List<Tile> ofLevel(int level, long size) {
        List<Tile> tiles = new ArrayList<>();
        for (long index = 0; index * FULL < hashesAt(level, size); index++) {
            tiles.add(inTree(level, index, size));
        }
        return tiles;
    }

    /** How many hashes the tree has at this level. */
    static long hashesAt(int level, long size) {
        int height = Math.max(level, 0) * HEIGHT;
        return height >= Long.SIZE ? 0 : size >>> height;
    }
}
