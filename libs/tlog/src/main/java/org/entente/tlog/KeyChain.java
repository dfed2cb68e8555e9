package org.entente.tlog;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The keys of one log, one after the other: from the key that one trusts, along the hand-overs that each key signed for the next. */
public final class KeyChain implements Trust {

    private final VerifierKey first;
    private final List<Handover> followed;

    private KeyChain(VerifierKey first, List<Handover> followed) {
        this.first = first;
        this.followed = List.copyOf(followed);
    }

    /** A log whose key was never changed. */
    public static KeyChain of(VerifierKey key) {
        return new KeyChain(key, List.of());
    }

    /** Follows hand-overs, oldest first, from the one that this key signed; what is of keys before it, or of nobody, leads nowhere. */
    public static KeyChain of(VerifierKey key, List<Handover> handovers) {
        List<Handover> followed = new ArrayList<>();
        VerifierKey current = key;
        long size = 0;
        for (Handover handover : handovers) {
            boolean leadsOn = handover.size() > size && !handover.next().equals(current);
            if (leadsOn && handover.verify(current).isVerified()) {
                followed.add(handover);
                current = handover.next();
                size = handover.size();
            }
        }
        return new KeyChain(key, followed);
    }

    /** Reads notes of hand-overs, one after the other with an empty line between; throws {@link MalformedException}. */
    public static List<Handover> parse(String notes) {
        List<Handover> handovers = new ArrayList<>();
        int start = 0;
        while (start < notes.length()) {
            int next = notes.indexOf("\n\n" + Handover.FORMAT + "\n", start);
            int end = next < 0 ? notes.length() : next + 1;
            handovers.add(Handover.parse(notes.substring(start, end)));
            start = next < 0 ? end : end + 1;
        }
        return handovers;
    }

    /** The key in charge of trees of this size. */
    public VerifierKey keyAt(long size) {
        VerifierKey key = first;
        for (Handover handover : followed) {
            if (size >= handover.size()) {
                key = handover.next();
            }
        }
        return key;
    }

    /** The key in charge now. */
    public VerifierKey last() {
        return keyAt(Long.MAX_VALUE);
    }

    /** The hand-overs that lead from the trusted key to the last one. */
    public List<Handover> handovers() {
        return followed;
    }

    /** Verified if the key in charge of a tree of this size signed it. */
    @Override
    public Verdict verify(SignedCheckpoint checkpoint) {
        return checkpoint.verify(keyAt(checkpoint.checkpoint().size()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KeyChain that && first.equals(that.first) && followed.equals(that.followed);
    }

    @Override
    public int hashCode() {
        return Objects.hash(first, followed);
    }
}
