package org.entente.tlog;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A draw of entries that neither side could steer: one has committed to a nonce before the other fixed the checkpoint, and both
 * together are the seed. Whoever knows them draws the same again. The algorithm is specified in docs/examinations.md.
 */
public final class Draw {

    /** Bytes of a nonce. */
    public static final int NONCE_LENGTH = 32;

    private static final String FORMAT = "entente-draw/1\n";
    private static final BigInteger ALL = BigInteger.ONE.shiftLeft(8 * Hash.LENGTH);

    private final byte[] seed;
    private final long first;
    private final BigInteger count;
    private final BigInteger fair;
    private final Set<Long> drawn = new HashSet<>();
    private long counter;

    /**
     * A draw from the entries with indexes from {@code first} to below {@code end}, which are not above the checkpoint's size.
     *
     * @param nonce 32 bytes that were committed to before there was the checkpoint
     */
    public Draw(byte[] nonce, Checkpoint checkpoint, long first, long end) {
        if (nonce.length != NONCE_LENGTH) {
            throw new MalformedException("a nonce has 32 bytes");
        }
        if (first < 0 || end <= first || end > checkpoint.size()) {
            throw new MalformedException("the entries to draw from are not in the tree");
        }
        MessageDigest digest = Hash.sha256();
        digest.update(FORMAT.getBytes(StandardCharsets.UTF_8));
        digest.update(checkpoint.text().getBytes(StandardCharsets.UTF_8));
        this.seed = digest.digest(nonce);
        this.first = first;
        this.count = BigInteger.valueOf(end - first);
        this.fair = ALL.subtract(ALL.mod(count));
    }

    /** What is published of a nonce before it is opened: SHA-256 of it, base64. */
    public static String commitment(byte[] nonce) {
        return StrictBase64.encode(Hash.sha256().digest(nonce));
    }

    /** The nonce or commitment that a text says; throws {@link MalformedException} unless it is the base64 of 32 bytes. */
    public static byte[] parse(String base64) {
        byte[] bytes = StrictBase64.decode(base64, "a nonce");
        if (bytes.length != NONCE_LENGTH) {
            throw new MalformedException("a nonce has 32 bytes");
        }
        return bytes;
    }

    /** The next so many indexes, each once; fewer when all entries are drawn. */
    public List<Long> next(int most) {
        List<Long> indexes = new ArrayList<>();
        while (indexes.size() < most && drawn.size() < count.longValueExact()) {
            BigInteger number = number();
            // What lies above the last whole multiple would make some entries more likely than others.
            if (number.compareTo(fair) < 0) {
                long index = first + number.mod(count).longValueExact();
                if (drawn.add(index)) {
                    indexes.add(index);
                }
            }
        }
        return indexes;
    }

    /** The seed, base64. */
    public String seed() {
        return StrictBase64.encode(seed);
    }

    private BigInteger number() {
        MessageDigest digest = Hash.sha256();
        digest.update(seed);
        return new BigInteger(
                1,
                digest.digest(ByteBuffer.allocate(Long.BYTES).putLong(counter++).array()));
    }
}
