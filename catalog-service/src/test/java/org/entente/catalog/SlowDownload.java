package org.entente.catalog;

import io.restassured.RestAssured;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A download whose reader stops after the first bytes, so that most of it has yet to be sent. */
final class SlowDownload implements AutoCloseable {
    private static final int SMALL = 8_192;
    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket;
    private final InputStream in;
    private long received;

    private SlowDownload(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream(), SMALL);
    }

    static SlowDownload begin(String asset, String portion) throws IOException {
        return begin("/catalog/assets/" + asset + "/attachments/" + portion + "?purpose=cyber-defence");
    }

    static SlowDownload begin(String path) throws IOException {
        URI service = URI.create(RestAssured.baseURI + ":" + RestAssured.port);
        Socket socket = new Socket();
        socket.setReceiveBufferSize(SMALL);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(new InetSocketAddress(service.getHost(), service.getPort()));
        String head = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
                + Callers.xbb().sign() + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        SlowDownload download = new SlowDownload(socket);
        download.received = download.in.readNBytes(SMALL).length;
        return download;
    }

    /** Reads until it ends or breaks off; how many bytes there were in all, with those of HTTP. */
    long rest() {
        byte[] buffer = new byte[SMALL];
        try {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                received += count;
            }
        } catch (IOException brokenOff) {
            return received;
        }
        return received;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
