package org.entente.tlog;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A text with signatures (C2SP signed-note); the text means nothing until {@link #verify} has passed. */
public record Note(String text, List<NoteSignature> signatures) {

    // The specification asks to accept at least 16 signatures and to have a limit.
    private static final int MOST_SIGNATURES = 64;
    private static final int MOST_CHARACTERS = 1 << 20;

    public Note {
        signatures = List.copyOf(signatures);
    }

    /** Signs a text, which must end in a newline. */
    public static Note sign(String text, SigningKey... keys) {
        if (!text.endsWith("\n")) {
            throw new MalformedException("the text of a note ends in a newline");
        }
        return new Note(
                text, Stream.of(keys).map(key -> NoteSignature.of(text, key)).toList());
    }

    /** Throws {@link MalformedException} unless it is a note with at least one signature. */
    public static Note parse(String note) {
        int blank = note.lastIndexOf("\n\n");
        boolean isBounded = note.length() <= MOST_CHARACTERS && blank >= 0 && note.endsWith("\n");
        if (!isBounded || note.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw new MalformedException("a note is text, a blank line, and signatures");
        }
        String lines = note.substring(blank + 2);
        if (lines.isEmpty()) {
            throw new MalformedException("a note has at least one signature");
        }
        return new Note(note.substring(0, blank + 1), parseSignatures(lines));
    }

    /** Reads signature lines, as a witness answers; throws {@link MalformedException} unless they are between 1 and 64 whole lines. */
    public static List<NoteSignature> parseSignatures(String lines) {
        if (lines.isEmpty() || lines.length() > MOST_CHARACTERS || !lines.endsWith("\n")) {
            throw new MalformedException("signatures are whole lines");
        }
        List<NoteSignature> signatures = Stream.of(
                        lines.substring(0, lines.length() - 1).split("\n", MOST_SIGNATURES + 1))
                .map(NoteSignature::parse)
                .toList();
        if (signatures.size() > MOST_SIGNATURES) {
            throw new MalformedException("a note has at most " + MOST_SIGNATURES + " signatures");
        }
        return signatures;
    }

    /** The same text with further signatures. */
    public Note with(List<NoteSignature> further) {
        return new Note(
                text, Stream.concat(signatures.stream(), further.stream()).toList());
    }

    /** Verified if the key signed the text and no signature under its name and ID is wrong; other keys' are ignored. */
    public Verdict verify(VerifierKey key) {
        List<NoteSignature> byKey = signatures.stream().filter(s -> s.isBy(key)).toList();
        if (byKey.isEmpty()) {
            return Verdict.refused(Reason.KEY_UNKNOWN);
        }
        return Verdict.of(byKey.stream().allMatch(s -> s.isOf(text, key)), Reason.SIGNATURE_INVALID);
    }

    /** The note as it is sent. */
    @Override
    public String toString() {
        return text + "\n" + signatures.stream().map(NoteSignature::line).collect(Collectors.joining());
    }
}
