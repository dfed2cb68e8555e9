package org.entente.catalog.view;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Part of a file (RFC 9110 section 14).
 *
 * @param from its first byte, from 0
 * @param until after its last byte
 * @param size of the whole file
 */
record ByteRange(long from, long until, long size) {
    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /**
     * What a request says.
     *
     * @param range the header {@code Range}: several ranges, other units and what is no range are passed over, as one may
     *     (section 14.2)
     * @param ifRange the header {@code If-Range}: the range is meant for that representation only (section 13.1.5)
     */
    record Asked(@Nullable String range, @Nullable String ifRange) {

        /**
         * What is asked for of a file; empty for all of it.
         *
         * @param etag of the file, a strong one
         */
        Optional<ByteRange> of(long size, String etag) {
            Matcher matcher = range == null ? null : ONE.matcher(range.strip());
            if (matcher == null || !matcher.matches() || ifRange != null && !ifRange.equals(etag)) {
                return Optional.empty();
            }
            return stated(matcher.group(1), matcher.group(2), size);
        }
    }

    private static Optional<ByteRange> stated(String first, String last, long size) {
        if (first.isEmpty() && last.isEmpty()) {
            return Optional.empty();
        }
        if (first.isEmpty()) {
            return Optional.of(new ByteRange(Math.max(0, size - Long.parseLong(last)), size, size));
        }
        long from = Long.parseLong(first);
        long until = last.isEmpty() ? size : Long.parseLong(last) + 1;
        return until <= from && !last.isEmpty()
                ? Optional.empty()
                : Optional.of(new ByteRange(from, Math.min(until, size), size));
    }

    /** Whether there is any of it. */
    boolean isSatisfiable() {
        return from < until;
    }

    /** The header {@code Content-Range}. */
    String contentRange() {
        return isSatisfiable() ? "bytes " + from + "-" + (until - 1) + "/" + size : "bytes */" + size;
    }

    /**
     * What of a chunk is within it.
     *
     * @param start of the chunk in the file
     */
    byte[] cut(byte[] chunk, long start) {
        int head = (int) Math.max(0, from - start);
        int tail = (int) Math.min(chunk.length, until - start);
        return head == 0 && tail == chunk.length ? chunk : Arrays.copyOfRange(chunk, head, tail);
    }
}
