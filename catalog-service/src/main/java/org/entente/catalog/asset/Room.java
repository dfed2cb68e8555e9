package org.entente.catalog.asset;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.entente.http.LargestBody;
import org.entente.http.Problem;

/**
 * Room for what is being taken in. It is in memory as a whole, many times over, so that all of it at a time may be as large as
 * the largest body alone.
 */
@ApplicationScoped
class Room {
    private static final int KIBIBYTE = 1 << 10;

    private final Semaphore kibibytes;

    Room(LargestBody largest) {
        this.kibibytes = new Semaphore(kibibytes(largest.bytes()));
    }

    /** Does the work while there is room for that body; a 503 problem where there is none. */
    <T> Uni<T> with(byte[] body, Supplier<Uni<? extends T>> work) {
        return Uni.createFrom().deferred(() -> {
            int needed = kibibytes(body.length);
            if (!kibibytes.tryAcquire(needed)) {
                throw Problem.unavailable("Too much is being taken in at a time; ask again.");
            }
            return Uni.createFrom().<T>deferred(work).onTermination().invoke(() -> kibibytes.release(needed));
        });
    }

    private static int kibibytes(long bytes) {
        return (int) Math.min(Integer.MAX_VALUE, bytes / KIBIBYTE + 1);
    }
}
