package org.entente.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A file that names a running process by id <em>and</em> start time, so that a reused id is never mistaken for it. */
public record PidFile(Path file) {

    /** Start times are computed from the boot time, which moves a little whenever the clock is set. */
    private static final Duration TOLERANCE = Duration.ofSeconds(3);

    /** Replaces what the file says, at once for every reader. */
    public void write(ProcessHandle process) {
        try {
            Files.createDirectories(file.getParent());
            Path next = file.resolveSibling(file.getFileName() + ".next");
            Files.writeString(next, process.pid() + " " + startOf(process).toEpochMilli() + "\n");
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process that the file names, while it lives; empty for a missing or broken file, too. */
    public Optional<ProcessHandle> living() {
        try {
            String[] parts = Files.readString(file).trim().split(" ");
            return parts.length == 2
                    ? living(Long.parseLong(parts[0]), Instant.ofEpochMilli(Long.parseLong(parts[1])))
                    : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    public void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops the process that the file names, if it still lives, and removes the file. */
    public void stopLeftOver(Duration patience) {
        living().ifPresent(process -> stop(process, patience));
        delete();
    }

    /** Asks the process to end and, when it has not after {@code patience}, ends it; returns when it is gone. */
    public static void stop(ProcessHandle process, Duration patience) {
        process.destroy();
        if (!ends(process, patience)) {
            process.destroyForcibly();
            ends(process, Duration.ofSeconds(10));
        }
    }

    /** The process with this id, if it is alive and was started at that time. */
    static Optional<ProcessHandle> living(long pid, Instant start) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process ->
                        Duration.between(startOf(process), start).abs().compareTo(TOLERANCE) <= 0);
    }

    /** Whether the process ends within {@code patience}. */
    static boolean ends(ProcessHandle process, Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return !process.isAlive();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }

    private static Instant startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }
}
