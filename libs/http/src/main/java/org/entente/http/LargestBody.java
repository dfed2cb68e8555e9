package org.entente.http;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How large a body may be: as configured, but never more than this process has memory for. What is read as JSON takes many
 * times its size, and one request must not be able to end the service.
 */
@ApplicationScoped
public class LargestBody {
    private static final int HELD_TIMES = 32;

    private final long bytes;

    /** @param configured in bytes */
    public LargestBody(@ConfigProperty(name = "entente.http.max-body-bytes") long configured) {
        this.bytes = within(configured, Runtime.getRuntime().maxMemory());
    }

    /** In bytes. */
    public long bytes() {
        return bytes;
    }

    /** The smaller of what is configured and what so much memory is enough for, in bytes. */
    static long within(long configured, long memory) {
        return Math.min(configured, memory / HELD_TIMES);
    }
}
