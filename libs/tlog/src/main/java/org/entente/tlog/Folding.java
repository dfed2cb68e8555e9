package org.entente.tlog;

import java.security.DigestException;
import java.security.MessageDigest;
import java.util.Arrays;

/** The hashing of RFC 6962 section 2.1 over arrays of concatenated hashes: for those who hash millions. */
final class Folding {

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final MessageDigest digest = Hash.sha256();

    /** The leaf hashes of entries, concatenated. */
    byte[] leaves(EntryBundle bundle) {
        byte[] hashes = new byte[bundle.entries().size() * Hash.LENGTH];
        int position = 0;
        for (byte[] entry : bundle.entries()) {
            digest.update(LEAF);
            digest.update(entry);
            write(hashes, position);
            position += Hash.LENGTH;
        }
        return hashes;
    }

    /** The root over these hashes: pairs are joined level by level, and a last one without a partner moves up as it is; there is at least one. */
    byte[] root(byte[] hashes) {
        byte[] level = hashes.clone();
        for (int count = hashes.length / Hash.LENGTH; count > 1; count = (count + 1) / 2) {
            for (int pair = 0; pair < count / 2; pair++) {
                digest.update(NODE);
                digest.update(level, pair * 2 * Hash.LENGTH, 2 * Hash.LENGTH);
                write(level, pair * Hash.LENGTH);
            }
            if (count % 2 == 1) {
                System.arraycopy(level, (count - 1) * Hash.LENGTH, level, count / 2 * Hash.LENGTH, Hash.LENGTH);
            }
        }
        return Arrays.copyOf(level, Hash.LENGTH);
    }

    private void write(byte[] target, int position) {
        try {
            digest.digest(target, position, Hash.LENGTH);
        } catch (DigestException e) {
            throw new IllegalStateException("there is always room for a hash", e);
        }
    }
}
