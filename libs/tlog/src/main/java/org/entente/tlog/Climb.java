package org.entente.tlog;

/** The walk from a node to the root that RFC 9162 sections 2.1.3.2 and 2.1.4.2 share: {@code fn} and {@code sn} there. */
final class Climb {

    private long node;
    private long last;

    Climb(long node, long last) {
        this.node = node;
        this.last = last;
    }

    boolean isAtRoot() {
        return last == 0;
    }

    boolean isRightChild() {
        return (node & 1) == 1;
    }

    /** A lone rightmost node is carried up until it has a left sibling. */
    boolean siblingIsLeft() {
        if (!isRightChild() && node != last) {
            return false;
        }
        while (!isRightChild() && node != 0) {
            up();
        }
        return true;
    }

    void up() {
        node >>>= 1;
        last >>>= 1;
    }
}
