package org.entente.suite.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A line to a server that can be cut: silently, so that bytes wait in it, or with a reset of every connection. */
final class Wire implements AutoCloseable {

    private static final int CHUNK = 4096;

    /** How a line fails. */
    enum Fault {
        SILENCE,
        RESET
    }

    private final ServerSocket entrance;
    private final int server;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "wire");
        thread.setDaemon(true);
        return thread;
    });
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private boolean silent;
    private volatile boolean resetting;

    private Wire(ServerSocket entrance, int server) {
        this.entrance = entrance;
        this.server = server;
    }

    static Wire to(int server) throws IOException {
        Wire wire = new Wire(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), server);
        wire.threads.execute(wire::accept);
        return wire;
    }

    int port() {
        return entrance.getLocalPort();
    }

    void cut(Fault fault) {
        switch (fault) {
            case SILENCE -> silence(true);
            case RESET -> {
                resetting = true;
                ends.forEach(Wire::reset);
            }
        }
    }

    /** Passes what waited, and everything from now on. */
    void join() {
        resetting = false;
        silence(false);
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        join();
        ends.forEach(Wire::reset);
        threads.shutdownNow();
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                connect(entrance.accept());
            } catch (IOException closed) {
                // The next one is accepted, or the line is closed for good.
            }
        }
    }

    private void connect(Socket client) throws IOException {
        ends.add(client);
        if (resetting) {
            reset(client);
            return;
        }
        Socket far = new Socket(InetAddress.getLoopbackAddress(), server);
        ends.add(far);
        threads.execute(() -> pass(client, far));
        threads.execute(() -> pass(far, client));
    }

    private void pass(Socket from, Socket to) {
        byte[] chunk = new byte[CHUNK];
        try {
            InputStream input = from.getInputStream();
            OutputStream output = to.getOutputStream();
            for (int read = input.read(chunk); read >= 0; read = input.read(chunk)) {
                awaitSound();
                output.write(chunk, 0, read);
            }
        } catch (IOException | InterruptedException broken) {
            // One end is gone, and the other follows.
        }
        reset(from);
        reset(to);
    }

    private synchronized void silence(boolean wanted) {
        silent = wanted;
        notifyAll();
    }

    private synchronized void awaitSound() throws InterruptedException {
        while (silent) {
            wait();
        }
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0); // so that closing sends a reset
            socket.close();
        } catch (IOException closed) {
            if (!socket.isClosed()) {
                throw new UncheckedIOException(closed);
            }
        }
    }
}
