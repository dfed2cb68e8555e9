package org.entente.tlog;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** Reads the hashes of a tree of a known size from its tiles; each tile is fetched once. */
public final class TileHashes implements HashReader {

    private final long size;
    private final Function<Tile, byte[]> source;
    private final Map<Tile, byte[]> fetched = new HashMap<>();

    /**
     * @param size leaves of the tree
     * @param source the bytes of a tile of hashes; what it returns is believed, so check the root
     */
    public TileHashes(long size, Function<Tile, byte[]> source) {
        this.size = size;
        this.source = source;
    }

    /** The tiles which {@code reading} needs, for those who must fetch them beforehand. */
    public static Set<Tile> needed(long size, Consumer<HashReader> reading) {
        Set<Tile> tiles = new LinkedHashSet<>();
        reading.accept((height, index) -> {
            tiles.add(holding(height, index, size));
            return Hash.EMPTY_TREE;
        });
        return tiles;
    }

    /** Throws {@link MalformedException} if the source returns a tile of another width than asked for. */
    @Override
    public Hash read(int height, long index) {
        byte[] hashes = fetched.computeIfAbsent(holding(height, index, size), this::fetch);
        int count = 1 << height % Tile.HEIGHT;
        return combine(hashes, (int) (index * count % Tile.FULL), count);
    }

    private byte[] fetch(Tile tile) {
        byte[] hashes = source.apply(tile);
        if (hashes.length != tile.width() * Hash.LENGTH) {
            throw new MalformedException(tile.path() + " has the wrong length");
        }
        return hashes;
    }

    private static Tile holding(int height, long index, long size) {
        long first = index << height % Tile.HEIGHT;
        return Tile.inTree(height / Tile.HEIGHT, first / Tile.FULL, size);
    }

    /** The hash over {@code count} consecutive hashes of a tile, a power of two. */
    static Hash combine(byte[] hashes, int first, int count) {
        if (count == 1) {
            return Hash.at(hashes, first);
        }
        int half = count / 2;
        return Hash.node(combine(hashes, first, half), combine(hashes, first + half, half));
    }
}
