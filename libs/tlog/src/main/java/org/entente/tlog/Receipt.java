package org.entente.tlog;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Proof that one event stands in the log at one place, for whoever holds the log's key and trusts nobody else.
 *
 * <p>The formats {@code entente-entry/1} and of the receipt are specified with the audit service.
 */
public final class Receipt {

    /** The most characters of a receipt that will be read: an event of 1 MiB, its escapes, and the proof. */
    public static final int LONGEST = 8 << 20;

    /** Bytes of a salt. */
    public static final int SALT_LENGTH = 32;

    private static final String ENTRY_FORMAT = "entente-entry/1";
    private static final Set<String> MEMBERS = Set.of("event", "salt", "entry", "index", "proof");
    private static final double LARGEST_EXACT = 1L << 53;

    private final Object event;
    private final byte[] salt;
    private final Map<?, ?> entry;
    private final long index;
    private final LogProof proof;

    private Receipt(Map<?, ?> members) {
        this.event = member(members, "event", Map.class);
        this.salt = StrictBase64.decode(member(members, "salt", String.class), "the salt");
        this.entry = member(members, "entry", Map.class);
        this.index = integer(member(members, "index", Double.class));
        this.proof = LogProof.parse(member(members, "proof", String.class));
        if (salt.length != SALT_LENGTH) {
            throw new MalformedException("a salt has 32 bytes");
        }
    }

    /** Reads the JSON of a receipt; throws {@link MalformedException} for anything missing, unknown or of another type. */
    public static Receipt parse(String json) {
        if (json.length() > LONGEST) {
            throw new MalformedException("a receipt has at most " + LONGEST + " characters");
        }
        if (!(Json.parse(json) instanceof Map<?, ?> members)
                || !members.keySet().equals(MEMBERS)) {
            throw new MalformedException("a receipt has the members " + MEMBERS);
        }
        return new Receipt(members);
    }

    /** Reads and verifies: what cannot be read is refused as malformed. */
    public static Verdict verify(String json, VerifierKey key) {
        return verify(json, Trust.in(key));
    }

    /** Reads and verifies: what cannot be read is refused as malformed. */
    public static Verdict verify(String json, Trust trust) {
        try {
            return parse(json).verify(trust);
        } catch (MalformedException e) {
            return Verdict.refused(Reason.MALFORMED);
        }
    }

    /** Verified if the entry commits to the event, and the key's log holds the entry at the index under a checkpoint that it signed. */
    public Verdict verify(VerifierKey key) {
        return verify(Trust.in(key));
    }

    /** Verified if the entry commits to the event, and a log that is trusted holds the entry at the index. */
    public Verdict verify(Trust trust) {
        if (!ENTRY_FORMAT.equals(entry.get("format"))) {
            return Verdict.refused(Reason.FORMAT_UNKNOWN);
        }
        byte[] committed = entryFor(event, salt);
        if (!MessageDigest.isEqual(committed, CanonicalForm.of(entry))) {
            return Verdict.refused(Reason.COMMITMENT_DIFFERS);
        }
        if (index != proof.index()) {
            return Verdict.refused(Reason.INDEX_DIFFERS);
        }
        return proof.verify(committed, trust);
    }

    /** The event in canonical form (RFC 8785), which is what the entry commits to. */
    public String event() {
        return new String(CanonicalForm.of(event), StandardCharsets.UTF_8);
    }

    public LogProof proof() {
        return proof;
    }

    private static byte[] entryFor(Object event, byte[] salt) {
        MessageDigest digest = Hash.sha256();
        digest.update(salt);
        Map<String, @Nullable Object> entry = new TreeMap<>();
        entry.put("commitment", StrictBase64.encode(digest.digest(CanonicalForm.of(event))));
        entry.put("format", ENTRY_FORMAT);
        return CanonicalForm.of(entry);
    }

    private static <T> T member(Map<?, ?> members, String name, Class<T> type) {
        Object value = members.get(name);
        if (!type.isInstance(value)) {
            throw new MalformedException("the member " + name + " is of another type");
        }
        return type.cast(value);
    }

    private static long integer(Double number) {
        if (number < 0 || number >= LARGEST_EXACT || number != Math.rint(number)) {
            throw new MalformedException("the index is not a whole number");
        }
        return number.longValue();
    }
}
