package org.entente.tlog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An inclusion proof and the checkpoint it leads to, in one text that can be verified offline (C2SP tlog-proof, version 1). */
public final class LogProof {

    private static final String FIRST_LINE = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";
    // A tree of 2⁶³ leaves has 63 levels.
    private static final int LONGEST_PATH = 63;

    private final byte @Nullable [] extra;
    private final long index;
    private final List<Hash> path;
    private final SignedCheckpoint checkpoint;

    private LogProof(byte @Nullable [] extra, long index, List<Hash> path, SignedCheckpoint checkpoint) {
        this.extra = extra;
        this.index = index;
        this.path = List.copyOf(path);
        this.checkpoint = checkpoint;
    }

    /** The proof of an entry under a checkpoint of the same tree size. */
    public static LogProof of(InclusionProof inclusion, SignedCheckpoint checkpoint) {
        if (inclusion.size() != checkpoint.checkpoint().size()) {
            throw new IllegalArgumentException("the proof is for another tree size than the checkpoint");
        }
        return new LogProof(null, inclusion.index(), inclusion.path(), checkpoint);
    }

    /** Throws {@link MalformedException} unless it is exactly of the format. */
    public static LogProof parse(String text) {
        int blank = text.indexOf("\n\n");
        if (blank < 0) {
            throw new MalformedException("a proof has a blank line before its checkpoint");
        }
        List<String> lines = new ArrayList<>(List.of(text.substring(0, blank).split("\n", -1)));
        take(lines, FIRST_LINE);
        byte[] extra = !lines.isEmpty() && lines.get(0).startsWith(EXTRA)
                ? StrictBase64.decode(take(lines, EXTRA), "the extra data")
                : null;
        long index = Decimal.parse(take(lines, INDEX), "the index");
        if (lines.size() > LONGEST_PATH) {
            throw new MalformedException("a proof has at most 63 hashes");
        }
        List<Hash> path = lines.stream().map(Hash::parse).toList();
        return new LogProof(extra, index, path, SignedCheckpoint.parse(text.substring(blank + 2)));
    }

    private static String take(List<String> lines, String start) {
        if (lines.isEmpty() || !lines.get(0).startsWith(start)) {
            throw new MalformedException("a line of the proof does not start with \"" + start + "\"");
        }
        String rest = lines.remove(0).substring(start.length());
        if (start.equals(FIRST_LINE) && !rest.isEmpty()) {
            throw new MalformedException("this version of the proof format is unknown");
        }
        return rest;
    }

    /** Verified if the key's log has {@code entry} at {@link #index} in the tree of the checkpoint. */
    public Verdict verify(byte[] entry, VerifierKey key) {
        return verify(entry, Trust.in(key));
    }

    /** Verified if a log that is trusted has {@code entry} at {@link #index} in the tree of the checkpoint. */
    public Verdict verify(byte[] entry, Trust trust) {
        Verdict signed = trust.verify(checkpoint);
        if (!signed.isVerified()) {
            return signed;
        }
        Checkpoint tree = checkpoint.checkpoint();
        return new InclusionProof(index, tree.size(), path).verify(Hash.leaf(entry), tree.root());
    }

    public long index() {
        return index;
    }

    public SignedCheckpoint checkpoint() {
        return checkpoint;
    }

    /** Data that came along and that nothing vouches for. */
    public Optional<byte[]> extra() {
        return Optional.ofNullable(extra).map(byte[]::clone);
    }

    /** The proof as it is sent. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(FIRST_LINE).append('\n');
        extra().ifPresent(bytes ->
                text.append(EXTRA).append(StrictBase64.encode(bytes)).append('\n'));
        text.append(INDEX).append(index).append('\n');
        path.forEach(hash -> text.append(hash).append('\n'));
        return text.append('\n').append(checkpoint).toString();
    }
}
