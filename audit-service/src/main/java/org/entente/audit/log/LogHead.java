package org.entente.audit.log;

import org.entente.tlog.Hash;
import org.jspecify.annotations.Nullable;

/**
 * The newest tree, as stored.
 *
 * @param checkpoint the signed note; absent before the first start
 */
record LogHead(long size, Hash root, @Nullable String checkpoint) {

    /** Whether the stored tiles are those of this tree; if not, nothing may be built upon them. */
    boolean isOf(GrowingTree tree) {
        return tree.isConsistent() && tree.size() == size && tree.root().equals(root);
    }
}
