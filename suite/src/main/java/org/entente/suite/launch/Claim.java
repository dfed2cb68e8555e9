package org.entente.suite.launch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.entente.suite.layout.Home;
import org.entente.suite.layout.Part;

/** The right to run the suite of a home: held by one launcher at a time, and lost with its process, however it ends. */
public final class Claim implements AutoCloseable {

    private final FileChannel channel;

    private Claim(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes the right, or nothing if another launcher holds it. */
    public static Optional<Claim> take(Home home) throws IOException {
        Files.createDirectories(home.run());
        FileChannel channel = FileChannel.open(
                home.run().resolve("launcher.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            return Optional.empty();
        }
        new RunningSuite(home).forget(); // a killed launcher still says that it is ready
        home.pidFile(Part.GATEWAY).write(ProcessHandle.current());
        return Optional.of(new Claim(channel));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
