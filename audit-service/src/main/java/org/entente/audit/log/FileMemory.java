package org.entente.audit.log;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.entente.tlog.SignedCheckpoint;

/** Remembers the newest checkpoint in a file. */
@ApplicationScoped
class FileMemory implements Memory {

    private final Optional<Path> file;

    FileMemory(LogConfig config) {
        this.file = config.anchor().file();
    }

    @Override
    public String name() {
        return "the file of entente.log.anchor.file";
    }

    @Override
    public boolean isNeeded() {
        return true;
    }

    @Override
    public Uni<List<SignedCheckpoint>> recall() {
        return Uni.createFrom()
                .item(() -> file.map(FileMemory::read).orElse(List.of()))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private static List<SignedCheckpoint> read(Path file) {
        try {
            return List.of(SignedCheckpoint.parse(Files.readString(file)));
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Uni<Void> keep(SignedCheckpoint checkpoint) {
        return file.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.createFrom()
                        .voidItem()
                        .invoke(() -> write(file.get(), checkpoint.toString()))
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    /** On the disk under another name first: at no moment is there half a checkpoint. */
    private static void write(Path file, String text) {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try {
            try (FileChannel channel = FileChannel.open(
                    next, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
                channel.force(true);
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
