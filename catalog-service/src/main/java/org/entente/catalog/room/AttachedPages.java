package org.entente.catalog.room;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.entente.catalog.asset.AttachmentStream;
import org.entente.catalog.holding.Enclosure;
import org.entente.catalog.room.Items.Item;
import org.entente.http.Problem;

/** Attachments as pages: texts, a part of them at a time, and pictures. What is neither is named in a room, and not shown. */
@ApplicationScoped
class AttachedPages {
    private static final Set<String> PICTURES = Set.of("image/png", "image/jpeg", "image/gif", "image/webp");
    private static final Set<String> TEXTS =
            Set.of("application/json", "application/xml", "application/stix+json", "application/yaml");
    private static final int LONGEST_CHARACTER = 4;

    private final AttachmentStream stream;
    private final RoomConfig config;

    AttachedPages(AttachmentStream stream, RoomConfig config) {
        this.stream = stream;
        this.config = config;
    }

    /** How many pages an attachment has; none if it cannot be shown. */
    int pages(Enclosure enclosure) {
        long size = enclosure.file().size();
        String type = type(enclosure);
        if (PICTURES.contains(type)) {
            return size <= config.pictureBytes() ? 1 : 0;
        }
        boolean isText = type.startsWith("text/") || TEXTS.contains(type);
        return isText
                ? (int) Math.min(Integer.MAX_VALUE, Math.max(1, (size + config.textBytes() - 1) / config.textBytes()))
                : 0;
    }

    /**
     * What is to be read on a page.
     *
     * @param mark its classification
     * @throws Problem 404 for a page that there is not
     */
    Uni<Item> page(Enclosure enclosure, int number, String mark) {
        if (number > pages(enclosure)) {
            throw Problem.notFound();
        }
        if (PICTURES.contains(type(enclosure))) {
            return read(enclosure, 0, enclosure.file().size())
                    .map(bytes -> Item.picture(
                            mark,
                            enclosure.file().name(),
                            "data:" + type(enclosure) + ";base64,"
                                    + Base64.getEncoder().encodeToString(bytes)));
        }
        long from = (long) (number - 1) * config.textBytes();
        long until = Math.min(enclosure.file().size(), from + config.textBytes());
        long beyond = Math.min(enclosure.file().size(), until + LONGEST_CHARACTER - 1);
        return read(enclosure, from, beyond)
                .map(bytes -> Item.paragraph(mark, text(bytes, (int) (until - from), from == 0)));
    }

    /** Whole characters: each is on the page on which it begins. */
    static String text(byte[] bytes, int length, boolean isFirst) {
        int from = 0;
        while (!isFirst && from < Math.min(LONGEST_CHARACTER - 1, length) && isWithin(bytes[from])) {
            from++;
        }
        int until = length;
        while (until < bytes.length && isWithin(bytes[until])) {
            until++;
        }
        return new String(bytes, from, until - from, StandardCharsets.UTF_8);
    }

    /** Whether a byte goes on with a character of UTF-8 (RFC 3629 section 3). */
    private static boolean isWithin(byte one) {
        return (one & 0xC0) == 0x80;
    }

    /** All chunks but the last are as long as the first. */
    private Uni<byte[]> read(Enclosure enclosure, long from, long until) {
        return stream.chunk(enclosure.source(), 0).chain(first -> {
            long length = Math.max(1, first.length);
            int start = (int) (from / length);
            int end = Math.max(start + 1, (int) ((until + length - 1) / length));
            return stream.some(enclosure.source(), start, end)
                    .collect()
                    .in(ByteArrayOutputStream::new, ByteArrayOutputStream::writeBytes)
                    .map(out -> Arrays.copyOfRange(
                            out.toByteArray(), (int) (from - start * length), (int) (until - start * length)));
        });
    }

    private static String type(Enclosure enclosure) {
        String stated = enclosure.file().mediaType();
        return Optional.of(stated.indexOf(';'))
                .filter(at -> at >= 0)
                .map(at -> stated.substring(0, at))
                .orElse(stated)
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
