package org.entente.suite.e2e;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;
import org.entente.suite.layout.Ports;

/** Finds ports for a suite beside those that run on this machine already. */
public final class FreePorts {

    private static final int FIRST = 18443;
    private static final int LAST = 28443;
    private static final int STEP = 100;

    private FreePorts() {}

    public static Ports forSuite() {
        return IntStream.iterate(FIRST, base -> base <= LAST, base -> base + STEP)
                .mapToObj(Ports::new)
                .filter(ports -> ports.all().keySet().stream().allMatch(FreePorts::isFree))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException inUse) {
            return false;
        }
    }
}
