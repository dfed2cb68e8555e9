package org.entente.tlog;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** That one leaf is in a tree: its index, the tree's size, and the sibling hashes from the leaf up (RFC 9162 section 2.1.3). */
public record InclusionProof(long index, long size, List<Hash> path) {

    public InclusionProof {
        path = List.copyOf(path);
    }

    /** Builds the proof of RFC 9162 section 2.1.3.1; throws {@link IndexOutOfBoundsException} unless 0 ≤ index &lt; size. */
    public static InclusionProof of(HashReader hashes, long index, long size) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException("the index must be below the tree size");
        }
        List<Hash> path = new ArrayList<>();
        collect(hashes, index, 0, size, path);
        return new InclusionProof(index, size, path);
    }

    private static void collect(HashReader hashes, long index, long from, long to, List<Hash> path) {
        if (to - from == 1) {
            return;
        }
        long middle = from + HashReader.split(to - from);
        if (index < middle) {
            collect(hashes, index, from, middle, path);
            path.add(hashes.subtree(middle, to));
        } else {
            collect(hashes, index, middle, to, path);
            path.add(hashes.subtree(from, middle));
        }
    }

    /** RFC 9162 section 2.1.3.2, every step. */
    public Verdict verify(Hash leaf, Hash root) {
        if (index < 0 || index >= size) {
            return Verdict.refused(Reason.INDEX_BEYOND_TREE);
        }
        Climb climb = new Climb(index, size - 1);
        Hash hash = leaf;
        for (Iterator<Hash> siblings = path.iterator(); siblings.hasNext(); climb.up()) {
            Hash sibling = siblings.next();
            if (climb.isAtRoot()) {
                return Verdict.refused(Reason.PATH_TOO_LONG);
            }
            hash = climb.siblingIsLeft() ? Hash.node(sibling, hash) : Hash.node(hash, sibling);
        }
        if (!climb.isAtRoot()) {
            return Verdict.refused(Reason.PATH_TOO_SHORT);
        }
        return Verdict.of(hash.equals(root), Reason.ROOT_DIFFERS);
    }
}
