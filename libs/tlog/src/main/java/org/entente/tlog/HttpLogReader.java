package org.entente.tlog;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** Reads a log over HTTP; what fails on the way is tried again, a few times. */
record HttpLogReader(URI prefix, HttpClient client) implements LogReader {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int TRIES = 4;
    private static final long PAUSE_MILLIS = 250;
    private static final int FAULTS = 500;

    @Override
    public Optional<byte[]> read(String path, int most) {
        for (int tries = 1; ; tries++) {
            try {
                return ask(URI.create(prefix + "/" + path), most);
            } catch (IOException e) {
                if (tries == TRIES) {
                    throw new UncheckedIOException(e);
                }
                pause(tries);
            }
        }
    }

    private Optional<byte[]> ask(URI address, int most) throws IOException {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(address).timeout(PATIENCE).build();
            HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                if (response.statusCode() >= FAULTS) {
                    throw new IOException(address + " answers " + response.statusCode());
                }
                return response.statusCode() == 200 ? Optional.of(body.readNBytes(most + 1)) : Optional.empty();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    private static void pause(int tries) {
        try {
            Thread.sleep(PAUSE_MILLIS << tries);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException("interrupted"));
        }
    }
}
