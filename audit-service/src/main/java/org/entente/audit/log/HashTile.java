package org.entente.audit.log;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.entente.tlog.Hash;

/** Up to 256 consecutive hashes of one level of the tree, as they are stored. */
record HashTile(int level, long index, List<Hash> hashes) {

    HashTile {
        hashes = List.copyOf(hashes);
    }

    static HashTile of(int level, long index, byte[] bytes) {
        List<Hash> hashes = IntStream.range(0, bytes.length / Hash.LENGTH)
                .mapToObj(position -> Hash.at(bytes, position))
                .toList();
        return new HashTile(level, index, hashes);
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(hashes.size() * Hash.LENGTH);
        hashes.forEach(hash -> bytes.writeBytes(hash.bytes()));
        return bytes.toByteArray();
    }

    /** The root over these hashes as leaves: pairs are joined level by level, and a last one without a partner moves up as it is. */
    static Hash rootOf(List<Hash> hashes) {
        if (hashes.isEmpty()) {
            return Hash.EMPTY_TREE;
        }
        List<Hash> level = hashes;
        while (level.size() > 1) {
            List<Hash> above = new ArrayList<>();
            for (int left = 0; left + 1 < level.size(); left += 2) {
                above.add(Hash.node(level.get(left), level.get(left + 1)));
            }
            if (level.size() % 2 == 1) {
                above.add(level.get(level.size() - 1));
            }
            level = above;
        }
        return level.get(0);
    }
}
