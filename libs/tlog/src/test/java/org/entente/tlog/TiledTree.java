package org.entente.tlog;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** The tiles and bundles of a tree of {@link Trees#entry} entries, each hash computed by definition; may be damaged. */
final class TiledTree {

    private final Map<Tile, byte[]> tiles = new HashMap<>();

    TiledTree(int size) {
        List<Hash> leaves = Trees.leaves(size);
        for (int level = 0, span = 1; span <= size; level++, span *= Tile.FULL) {
            for (Tile tile : Tile.ofLevel(level, size)) {
                ByteArrayOutputStream hashes = new ByteArrayOutputStream();
                for (int i = 0; i < tile.width(); i++) {
                    int from = ((int) tile.index() * Tile.FULL + i) * span;
                    hashes.writeBytes(
                            Trees.rootOf(leaves.subList(from, from + span)).bytes());
                }
                tiles.put(tile, hashes.toByteArray());
            }
        }
        for (Tile tile : Tile.ofLevel(Tile.ENTRIES, size)) {
            long first = tile.index() * Tile.FULL;
            EntryBundle bundle = new EntryBundle(LongStream.range(first, first + tile.width())
                    .mapToObj(Trees::entry)
                    .toList());
            tiles.put(tile, bundle.bytes());
        }
    }

    byte[] read(Tile tile) {
        return tiles.getOrDefault(tile, new byte[0]);
    }

    Map<Tile, byte[]> tiles() {
        return tiles;
    }
}
