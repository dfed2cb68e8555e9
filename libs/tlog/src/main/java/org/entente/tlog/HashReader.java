package org.entente.tlog;

/** Reads the hashes of complete subtrees, from which every root and proof of the tree can be built. */
@FunctionalInterface
public interface HashReader {

    /**
     * The hash of the complete subtree over the leaves {@code [index·2^height, (index+1)·2^height)}.
     *
     * @param height of the subtree, 0 for a leaf hash
     * @param index of the subtree among those of its height
     */
    Hash read(int height, long index);

    /** The root of the tree of the first {@code size} leaves (RFC 6962 section 2.1). */
    default Hash root(long size) {
        return size == 0 ? Hash.EMPTY_TREE : subtree(0, size);
    }

    /** The hash over the leaves {@code [from, to)}, where {@code from} is a multiple of the power of two that spans them. */
    default Hash subtree(long from, long to) {
        long count = to - from;
        if (Long.bitCount(count) == 1) {
            int height = Long.numberOfTrailingZeros(count);
            return read(height, from >>> height);
        }
        long middle = from + split(count);
        return Hash.node(subtree(from, middle), subtree(middle, to));
    }

    /** The largest power of two below {@code count}, which is at least 2. */
    static long split(long count) {
        return Long.highestOneBit(count - 1);
    }
}
