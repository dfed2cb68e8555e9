package org.entente.audit.log;

import java.util.ArrayList;
import java.util.List;
import org.entente.tlog.Hash;
import org.entente.tlog.Tile;

/**
 * The right edge of the tree: of each level the tile that still grows. That is all one needs to append and to compute the root.
 *
 * @param edge from level 0 up
 */
record GrowingTree(List<HashTile> edge) {

    private static final int HEIGHT = 8;

    static final GrowingTree EMPTY = new GrowingTree(List.of());

    GrowingTree {
        edge = List.copyOf(edge);
    }

    /**
     * What appending has changed.
     *
     * @param full tiles that are complete now
     * @param growing tiles of the edge that changed
     * @param tree the tree afterwards
     */
    record Growth(List<HashTile> full, List<HashTile> growing, GrowingTree tree) {}

    Growth append(List<Hash> leaves) {
        List<HashTile> full = new ArrayList<>();
        List<HashTile> growing = new ArrayList<>();
        List<Hash> arriving = leaves;
        for (int level = 0; !arriving.isEmpty(); level++) {
            HashTile tile = level < edge.size() ? edge.get(level) : new HashTile(level, 0, List.of());
            List<Hash> hashes = new ArrayList<>(tile.hashes());
            hashes.addAll(arriving);
            arriving = new ArrayList<>();
            long index = tile.index();
            int from = 0;
            for (; hashes.size() - from >= Tile.FULL; from += Tile.FULL, index++) {
                HashTile complete = new HashTile(level, index, hashes.subList(from, from + Tile.FULL));
                full.add(complete);
                arriving.add(HashTile.rootOf(complete.hashes()));
            }
            growing.add(new HashTile(level, index, hashes.subList(from, hashes.size())));
        }
        return new Growth(full, growing, with(growing));
    }

    private GrowingTree with(List<HashTile> changed) {
        List<HashTile> all = new ArrayList<>(changed);
        all.addAll(edge.subList(Math.min(changed.size(), edge.size()), edge.size()));
        return new GrowingTree(all);
    }

    /** Leaves of the tree. */
    long size() {
        return edge.isEmpty() ? 0 : countAt(edge.get(0));
    }

    /** The root of RFC 6962 section 2.1: of each level the hashes, and to their right what has not filled a tile below. */
    Hash root() {
        List<Hash> below = List.of();
        for (HashTile tile : edge) {
            List<Hash> hashes = new ArrayList<>(tile.hashes());
            hashes.addAll(below);
            below = hashes.isEmpty() ? List.of() : List.of(HashTile.rootOf(hashes));
        }
        return HashTile.rootOf(below);
    }

    /** Whether each level counts exactly the full tiles of the level below it. */
    boolean isConsistent() {
        long expected = size();
        for (int level = 0; level < edge.size(); level++) {
            HashTile tile = edge.get(level);
            if (tile.level() != level || countAt(tile) != expected) {
                return false;
            }
            expected >>>= HEIGHT;
        }
        return expected == 0;
    }

    private static long countAt(HashTile tile) {
        return tile.index() * Tile.FULL + tile.hashes().size();
    }
}
