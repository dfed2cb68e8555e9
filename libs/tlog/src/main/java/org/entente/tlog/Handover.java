package org.entente.tlog;

import java.util.List;
import java.util.TreeMap;

/**
 * That a log's key gives its place to another one: a note signed by both. Its entry is the first one under the new key.
 *
 * @param origin of the log, the name of both keys
 * @param size of the first tree that the new key signs; the entry of this hand-over is the last one in it
 * @param next the new key
 */
public record Handover(String origin, long size, VerifierKey next, Note note) {

    /** What an entry says that holds one, and its first line. */
    public static final String FORMAT = "entente-handover/1";

    private static final int LINES = 5;

    /** Throws {@link IllegalArgumentException} unless both keys are of one log and differ. */
    public static Handover sign(SigningKey current, SigningKey next, long size) {
        if (size < 1
                || !current.name().equals(next.name())
                || current.verifierKey().equals(next.verifierKey())) {
            throw new IllegalArgumentException(
                    "a key hands over to another one of the same name, in a tree that holds the hand-over");
        }
        String text = FORMAT + "\n" + current.name() + "\n" + size + "\n" + next.verifierKey() + "\n";
        return parse(Note.sign(text, current, next).toString());
    }

    /** Throws {@link MalformedException} unless it is a note with exactly the four lines of a hand-over. */
    public static Handover parse(String text) {
        Note note = Note.parse(text);
        List<String> lines = List.of(note.text().split("\n", -1));
        if (lines.size() != LINES || !lines.get(0).equals(FORMAT)) {
            throw new MalformedException("a hand-over has four lines and says so in the first");
        }
        long size = Decimal.parse(lines.get(2), "the size at which a key takes over");
        return new Handover(lines.get(1), size, VerifierKey.parse(lines.get(3)), note);
    }

    /** Verified if it is from this key, and the next key agrees. */
    public Verdict verify(VerifierKey current) {
        Verdict signed = note.verify(current);
        if (!signed.isVerified()) {
            return signed;
        }
        Verdict accepted = note.verify(next);
        if (!accepted.isVerified()) {
            return accepted;
        }
        boolean isOneLog = origin.equals(current.name()) && origin.equals(next.name());
        return Verdict.of(isOneLog && size > 0, Reason.ORIGIN_DIFFERS);
    }

    /** The entry that holds it in the log, at index {@link #size} − 1: canonical JSON. */
    public byte[] entry() {
        TreeMap<String, Object> entry = new TreeMap<>();
        entry.put("format", FORMAT);
        entry.put("note", note.toString());
        return CanonicalForm.of(entry);
    }
}
