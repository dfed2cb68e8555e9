package org.entente.audit.witness;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.entente.tlog.Checkpoint;
import org.entente.tlog.ConsistencyProof;
import org.entente.tlog.Hash;
import org.entente.tlog.HashReader;
import org.entente.tlog.SignedCheckpoint;
import org.entente.tlog.SigningKey;
import org.entente.tlog.WitnessRequest;

/** An ally's log, which grows as a test wants, and which may have two histories. */
final class AllyLog {

    private final SigningKey key;
    private final List<Hash> leaves = new ArrayList<>();

    AllyLog(SigningKey key) {
        this.key = key;
    }

    AllyLog grow(String... entries) {
        for (String entry : entries) {
            leaves.add(Hash.leaf(entry.getBytes(StandardCharsets.UTF_8)));
        }
        return this;
    }

    SignedCheckpoint checkpoint() {
        return SignedCheckpoint.sign(new Checkpoint(key.name(), leaves.size(), reader().root(leaves.size())), key);
    }

    WitnessRequest since(long oldSize) {
        return new WitnessRequest(
                oldSize, ConsistencyProof.of(reader(), oldSize, leaves.size()).path(), checkpoint());
    }

    private HashReader reader() {
        return this::read;
    }

    private Hash read(int height, long index) {
        return height == 0
                ? leaves.get((int) index)
                : Hash.node(read(height - 1, index * 2), read(height - 1, index * 2 + 1));
    }
}
