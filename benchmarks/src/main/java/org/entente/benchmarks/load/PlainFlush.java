package org.entente.benchmarks.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.LongStream;

/** What the disk takes to keep a page of a log, with nobody else at it: no record can be durable sooner. */
final class PlainFlush {
    private static final int PAGE = 8 << 10;
    private static final int SEGMENT = 16 << 20;

    private PlainFlush() {}

    /** A row of the table under {@link Measurement#head}: pages written over a file of a segment's size, flushed one by one. */
    static String row(Path folder, Duration length) throws IOException {
        try (FileChannel file = FileChannel.open(
                folder.resolve("flushed"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE)) {
            file.write(ByteBuffer.allocate(SEGMENT), 0);
            file.force(true);
            LongStream.Builder nanos = LongStream.builder();
            ByteBuffer page = ByteBuffer.allocateDirect(PAGE);
            long end = System.nanoTime() + length.toNanos();
            for (int place = 0; System.nanoTime() < end; place = (place + PAGE) % SEGMENT) {
                long start = System.nanoTime();
                file.write(page.clear(), place);
                file.force(false);
                nanos.add(System.nanoTime() - start);
            }
            Latencies latencies = new Latencies(nanos.build().toArray());
            return String.format(
                    Locale.ROOT,
                    "| plain write of 8 KiB and flush, one after the other | | | %.2f | %.2f | 0 |",
                    latencies.percentile(50),
                    latencies.percentile(99));
        }
    }
}
