package org.entente.suite.launch;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.entente.embedded.Cache;
import org.entente.suite.layout.Home;
import org.entente.suite.layout.Ports;

/** What is checked before anything starts, so that what is missing is said in one line. */
record Preflight(Home home, Ports ports) {

    /** Databases, broker and logs of a small installation, with room to grow. */
    private static final long NEEDED_BYTES = 1L << 30;

    void check() throws IOException {
        checkDisk(home.folder());
        Path cache = Cache.ofUser().directory();
        Files.createDirectories(cache);
        checkDisk(cache);
        for (Map.Entry<Integer, String> port : ports.all().entrySet()) {
            checkPort(port.getKey(), port.getValue());
        }
    }

    private static void checkDisk(Path folder) throws IOException {
        long usable = Files.getFileStore(folder).getUsableSpace();
        if (usable < NEEDED_BYTES) {
            throw new IOException("the disk is full: " + (usable >> 20) + " MiB are left for " + folder + ", "
                    + (NEEDED_BYTES >> 20) + " MiB are needed");
        }
    }

    private static void checkPort(int port, String who) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
        } catch (BindException e) {
            throw new IOException(
                    "port " + port + ", which " + who
                            + " needs, is in use; stop what uses it or move the suite with --port",
                    e);
        }
    }
}
