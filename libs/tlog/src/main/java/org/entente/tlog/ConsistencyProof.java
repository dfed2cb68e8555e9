package org.entente.tlog;

import java.util.ArrayList;
import java.util.List;

/** That a tree grew out of an older one by appending only (RFC 9162 section 2.1.4). */
public record ConsistencyProof(long oldSize, long newSize, List<Hash> path) {

    public ConsistencyProof {
        path = List.copyOf(path);
    }

    /** Builds the proof of RFC 9162 section 2.1.4.1; throws {@link IndexOutOfBoundsException} unless 0 ≤ oldSize ≤ newSize. */
    public static ConsistencyProof of(HashReader hashes, long oldSize, long newSize) {
        if (oldSize < 0 || oldSize > newSize) {
            throw new IndexOutOfBoundsException("the older tree must not be larger than the newer one");
        }
        List<Hash> path = new ArrayList<>();
        if (oldSize > 0) {
            collect(hashes, oldSize, 0, newSize, path);
        }
        return new ConsistencyProof(oldSize, newSize, path);
    }

    private static void collect(HashReader hashes, long oldSize, long from, long to, List<Hash> path) {
        if (oldSize == to) {
            if (from != 0) {
                path.add(hashes.subtree(from, to));
            }
            return;
        }
        long middle = from + HashReader.split(to - from);
        if (oldSize <= middle) {
            collect(hashes, oldSize, from, middle, path);
            path.add(hashes.subtree(middle, to));
        } else {
            collect(hashes, oldSize, middle, to, path);
            path.add(hashes.subtree(from, middle));
        }
    }

    /** RFC 9162 section 2.1.4.2, every step; equal sizes need equal roots, and everything grew out of the empty tree: both with no path. */
    public Verdict verify(Hash oldRoot, Hash newRoot) {
        if (oldSize < 0 || oldSize > newSize) {
            return Verdict.refused(Reason.SIZES_OUT_OF_ORDER);
        }
        if (oldSize == 0 || oldSize == newSize) {
            return verifyTrivial(oldRoot, newRoot);
        }
        return path.isEmpty() ? Verdict.refused(Reason.PATH_TOO_SHORT) : verifyPath(oldRoot, newRoot);
    }

    private Verdict verifyTrivial(Hash oldRoot, Hash newRoot) {
        if (!path.isEmpty()) {
            return Verdict.refused(Reason.PATH_TOO_LONG);
        }
        if (oldSize == 0 && !oldRoot.equals(Hash.EMPTY_TREE)) {
            return Verdict.refused(Reason.OLD_ROOT_DIFFERS);
        }
        return Verdict.of(oldSize != newSize || oldRoot.equals(newRoot), Reason.ROOT_DIFFERS);
    }

    private Verdict verifyPath(Hash oldRoot, Hash newRoot) {
        Climb climb = new Climb(oldSize - 1, newSize - 1);
        while (climb.isRightChild()) {
            climb.up();
        }
        // The older tree is itself a complete subtree: its root starts the path and is not sent.
        boolean isComplete = Long.bitCount(oldSize) == 1;
        Hash older = isComplete ? oldRoot : path.get(0);
        Hash newer = older;
        for (Hash sibling : path.subList(isComplete ? 0 : 1, path.size())) {
            if (climb.isAtRoot()) {
                return Verdict.refused(Reason.PATH_TOO_LONG);
            }
            if (climb.siblingIsLeft()) {
                older = Hash.node(sibling, older);
                newer = Hash.node(sibling, newer);
            } else {
                newer = Hash.node(newer, sibling);
            }
            climb.up();
        }
        if (!climb.isAtRoot()) {
            return Verdict.refused(Reason.PATH_TOO_SHORT);
        }
        return older.equals(oldRoot)
                ? Verdict.of(newer.equals(newRoot), Reason.ROOT_DIFFERS)
                : Verdict.refused(Reason.OLD_ROOT_DIFFERS);
    }
}
