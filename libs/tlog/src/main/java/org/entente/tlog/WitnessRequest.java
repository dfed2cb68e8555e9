package org.entente.tlog;

import java.util.ArrayList;
import java.util.List;

/**
 * What a log sends a witness: the size that the witness knows, how the tree has grown since, and the new checkpoint (C2SP tlog-witness,
 * add-checkpoint).
 */
public record WitnessRequest(long oldSize, List<Hash> proof, SignedCheckpoint checkpoint) {

    private static final String OLD = "old ";
    private static final int LONGEST_PROOF = 63;

    public WitnessRequest {
        proof = List.copyOf(proof);
    }

    /** Reads the body of a request; throws {@link MalformedException} unless it is exactly of the format. */
    public static WitnessRequest parse(String body) {
        int blank = body.indexOf("\n\n");
        if (blank < 0 || !body.startsWith(OLD)) {
            throw new MalformedException("a request has an old size, a proof, an empty line and a checkpoint");
        }
        List<String> lines = new ArrayList<>(List.of(body.substring(0, blank).split("\n", -1)));
        long oldSize = Decimal.parse(lines.remove(0).substring(OLD.length()), "the old size");
        if (lines.size() > LONGEST_PROOF) {
            throw new MalformedException("a consistency proof has at most " + LONGEST_PROOF + " hashes");
        }
        return new WitnessRequest(
                oldSize, lines.stream().map(Hash::parse).toList(), SignedCheckpoint.parse(body.substring(blank + 2)));
    }

    /** Verified if the tree of the checkpoint grew out of the older one with this root. */
    public Verdict verify(Hash oldRoot) {
        Checkpoint tree = checkpoint.checkpoint();
        if (tree.size() == 0 && !tree.root().equals(Hash.EMPTY_TREE)) {
            return Verdict.refused(Reason.ROOT_DIFFERS);
        }
        return new ConsistencyProof(oldSize, tree.size(), proof).verify(oldRoot, tree.root());
    }

    /** The body as it is sent. */
    @Override
    public String toString() {
        StringBuilder body = new StringBuilder(OLD).append(oldSize).append('\n');
        proof.forEach(hash -> body.append(hash).append('\n'));
        return body.append('\n').append(checkpoint).toString();
    }
}
