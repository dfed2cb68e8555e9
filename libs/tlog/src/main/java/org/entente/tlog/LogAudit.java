package org.entente.tlog;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The full audit: recomputes every tile and the root from the entries alone, so that no changed byte stays unnoticed. Each tile and bundle is
 * read once, many at a time; what is kept is one hash for each 256 entries.
 */
public final class LogAudit {

    private static final int MOST_TILES = Integer.MAX_VALUE / Hash.LENGTH - 1;

    private final long size;
    private final Function<Tile, byte[]> source;
    private final int readers;

    /**
     * Reads one tile after the other.
     *
     * @param size leaves of the tree
     * @param source the bytes of a tile of hashes or of an entry bundle, as the log serves it
     */
    public LogAudit(long size, Function<Tile, byte[]> source) {
        this(size, source, 1);
    }

    /**
     * Reads so many tiles at a time.
     *
     * @param size leaves of the tree, at most 256 · 2²⁶
     * @param source the bytes of a tile of hashes or of an entry bundle, as the log serves it; asked by several threads
     */
    public LogAudit(long size, Function<Tile, byte[]> source, int readers) {
        if (size < 0 || size / Tile.FULL > MOST_TILES) {
            throw new IllegalArgumentException("a tree of this size cannot be audited in one go");
        }
        this.size = size;
        this.source = source;
        this.readers = readers;
    }

    /** The first tile, lowest level first, that is not what lies below it hashes to; a bundle that cannot be read counts as different. */
    public Optional<Tile> firstDifference() {
        return recompute().difference();
    }

    /** Verified if nothing differs and the entries lead to the checkpoint's root. */
    public Verdict verify(Checkpoint checkpoint) {
        if (checkpoint.size() != size) {
            return Verdict.refused(Reason.ROOT_DIFFERS);
        }
        Outcome outcome = recompute();
        return outcome.difference().isPresent()
                ? Verdict.refused(Reason.TILE_DIFFERS)
                : Verdict.of(outcome.root().equals(checkpoint.root()), Reason.ROOT_DIFFERS);
    }

    /** What the entries hash to; of no use if a tile differs. */
    private record Outcome(Optional<Tile> difference, Hash root) {}

    private Outcome recompute() {
        ForkJoinPool pool = new ForkJoinPool(readers);
        try {
            return recompute(pool);
        } finally {
            pool.shutdownNow();
        }
    }

    private Outcome recompute(ForkJoinPool pool) {
        byte[] below = new byte[0];
        byte[] edge = new byte[0];
        for (int tree = 0; Tile.hashesAt(tree, size) > 0; tree++) {
            Level level = new Level(tree, below);
            pool.submit(() -> IntStream.range(0, level.tiles).parallel().forEach(level::check))
                    .join();
            if (level.different.get() < level.tiles) {
                return new Outcome(Optional.of(Tile.inTree(tree, level.different.get(), size)), Hash.EMPTY_TREE);
            }
            edge = fold(level.partial, edge);
            below = level.roots;
        }
        return new Outcome(Optional.empty(), size == 0 ? Hash.EMPTY_TREE : Hash.of(edge));
    }

    /** The root so far at the right edge: what has not filled a tile, and to its right what has not filled one below. */
    private static byte[] fold(byte[] partial, byte[] edgeBelow) {
        ByteArrayOutputStream hashes = new ByteArrayOutputStream();
        hashes.writeBytes(partial);
        hashes.writeBytes(edgeBelow);
        return hashes.size() == 0 ? edgeBelow : new Folding().root(hashes.toByteArray());
    }

    /** One level of tiles, each compared with the roots of the level below. */
    private final class Level {

        private final int number;
        private final byte[] below;
        private final int tiles;
        private final byte[] roots;
        private final AtomicInteger different;
        private volatile byte[] partial = new byte[0];

        private Level(int number, byte[] below) {
            this.number = number;
            this.below = below;
            long hashes = Tile.hashesAt(number, size);
            this.tiles = (int) ((hashes + Tile.FULL - 1) / Tile.FULL);
            this.roots = new byte[(int) (hashes / Tile.FULL) * Hash.LENGTH];
            this.different = new AtomicInteger(tiles);
        }

        private void check(int index) {
            if (index > different.get()) {
                return;
            }
            Tile tile = Tile.inTree(number, index, size);
            byte[] expected = number == 0 ? leaves(tile) : children(tile);
            if (!Arrays.equals(expected, source.apply(tile))) {
                different.accumulateAndGet(index, Math::min);
            } else if (tile.width() == Tile.FULL) {
                System.arraycopy(new Folding().root(expected), 0, roots, index * Hash.LENGTH, Hash.LENGTH);
            } else {
                partial = expected;
            }
        }

        private byte[] leaves(Tile tile) {
            try {
                byte[] bundle = source.apply(Tile.entries(tile.index(), tile.width()));
                byte[] leaves = new Folding().leaves(EntryBundle.parse(bundle));
                return leaves.length == tile.width() * Hash.LENGTH ? leaves : new byte[0];
            } catch (MalformedException e) {
                return new byte[0];
            }
        }

        private byte[] children(Tile tile) {
            int first = (int) tile.index() * Tile.FULL * Hash.LENGTH;
            return Arrays.copyOfRange(below, first, first + tile.width() * Hash.LENGTH);
        }
    }
}
