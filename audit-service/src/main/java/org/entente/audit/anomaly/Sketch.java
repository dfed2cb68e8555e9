package org.entente.audit.anomaly;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

/** Counts different texts in a few hundred bytes, by linear counting: off by a few per cent up to some thousands. */
final class Sketch {

    private static final int BITS = 4096;

    private byte[] bits = new byte[0];

    void add(String text) {
        CRC32 hash = new CRC32();
        hash.update(text.getBytes(StandardCharsets.UTF_8));
        int bit = (int) (hash.getValue() % BITS);
        if (bits.length == 0) {
            bits = new byte[BITS / Byte.SIZE];
        }
        bits[bit / Byte.SIZE] |= (byte) (1 << bit % Byte.SIZE);
    }

    int count() {
        if (bits.length == 0) {
            return 0;
        }
        int set = 0;
        for (byte some : bits) {
            set += Integer.bitCount(some & 0xff);
        }
        return set == BITS ? Integer.MAX_VALUE : (int) Math.round(-BITS * Math.log1p(-(double) set / BITS));
    }

    void clear() {
        bits = new byte[0];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sketch that && Arrays.equals(bits, that.bits);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bits);
    }
}
