package org.entente.audit.history;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.entente.audit.look.Looks.Looker;
import org.jspecify.annotations.Nullable;

/** An export under way: what has been written of it so far. Used by one request, one page after the other. */
final class Export {

    /** What is asked for. */
    record Order(HistoryQuery query, Map<String, String> stated, ExportFormat format, long after, Looker looker) {}

    private final UUID id = UUID.randomUUID();
    private final Order order;
    private final long logSize;
    private final long mostLines;
    private final MessageDigest digest = Signing.sha256();
    private long beyond;
    private long bytes;
    private long lines;
    private @Nullable Long first;
    private @Nullable Long last;
    private boolean isEnded;
    private boolean isComplete;

    /** @param logSize entries from this index on are left for another export */
    Export(Order order, long logSize, long mostLines) {
        this.order = order;
        this.logSize = logSize;
        this.mostLines = mostLines;
        this.beyond = order.after();
    }

    UUID id() {
        return id;
    }

    Order order() {
        return order;
    }

    HistoryQuery.Prepared next(int limit) {
        return order.query().page(beyond, limit);
    }

    boolean isEnded() {
        return isEnded;
    }

    byte[] begin() {
        return counted(order.format().header().getBytes(StandardCharsets.UTF_8));
    }

    /** The bytes of what was found; fewer lines than asked for are the last ones. */
    byte[] write(List<HistoryItem> found, int limit, ObjectMapper json) {
        List<HistoryItem> within = found.stream()
                .filter(item -> item.index() < logSize)
                .limit(mostLines - lines)
                .toList();
        boolean isLast = found.size() < limit || found.get(found.size() - 1).index() >= logSize - 1;
        isComplete = isLast
                && within.size()
                        == found.stream().filter(item -> item.index() < logSize).count();
        isEnded = isLast || lines + within.size() >= mostLines;
        HistoryPage page = new HistoryPage(within, null);
        if (!within.isEmpty()) {
            first = first == null ? page.first() : first;
            last = page.last();
            beyond = within.get(within.size() - 1).index();
        }
        lines += within.size();
        return counted(order.format().lines(page, json));
    }

    ExportManifest manifest(String log, Instant now) {
        return new ExportManifest(
                id,
                order.format().wireName(),
                log,
                logSize,
                order.stated(),
                order.looker().actor(),
                now,
                HexFormat.of().formatHex(digest.digest()),
                bytes,
                lines,
                first,
                last,
                isComplete ? null : Long.toString(beyond));
    }

    private byte[] counted(byte[] chunk) {
        digest.update(chunk);
        bytes += chunk.length;
        return chunk;
    }
}
