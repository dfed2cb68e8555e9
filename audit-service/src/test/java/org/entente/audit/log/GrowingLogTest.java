package org.entente.audit.log;

import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.entente.audit.ServiceTest;
import org.junit.jupiter.api.BeforeEach;

/** A log that tests make grow as far as they need it. */
abstract class GrowingLogTest extends ServiceTest {

    static final Duration PATIENCE = Duration.ofMinutes(2);

    @Inject
    Log log;

    @Inject
    LogStart start;

    @Inject
    LogKeys keys;

    final SecureRandom random = new SecureRandom();

    /** What other tests have set off is in the log before a test counts what it adds. */
    @BeforeEach
    void awaitOthers() throws Exception {
        awaitQuiet();
    }

    void grow(long count) {
        List<Entry> entries = LongStream.range(0, count).mapToObj(i -> entry()).toList();
        log.append(entries).await().atMost(PATIENCE);
    }

    Entry entry() {
        String id = UUID.randomUUID().toString();
        Act act = new Act("/access", id, "org.entente.test.v1", id, Instant.now(), null);
        return Entry.seal(act, "{\"id\":\"" + id + "\"}", new Entry.Salts(1, random));
    }
}
