package org.entente.audit.cosigning;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.entente.tlog.TrustPolicy.Witness;
import org.entente.tlog.WitnessRequest;

/** Speaks C2SP tlog-witness with one witness; reads little and waits briefly, whatever it answers. */
@ApplicationScoped
class WitnessClient {

    private static final int LONGEST = 64 << 10;

    private final CosigningConfig config;
    private final HttpClient client;

    WitnessClient(CosigningConfig config) {
        this.config = config;
        // An address is configured as it is; a witness does not send us elsewhere.
        this.client = HttpClient.newBuilder()
                .connectTimeout(config.patience())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** What a witness said, whatever it may mean. */
    record Reply(int status, String type, String body) {}

    Uni<Reply> add(Witness witness, WitnessRequest request) {
        return send(HttpRequest.newBuilder(at(witness, "add-checkpoint"))
                .header("Content-Type", "text/plain; charset=utf-8")
                .POST(BodyPublishers.ofString(request.toString())));
    }

    /** The newest checkpoint that it says it has cosigned of a log; its submission prefix is taken to be its monitoring prefix. */
    Uni<Reply> checkpoint(Witness witness, String originHash) {
        return send(HttpRequest.newBuilder(at(witness, originHash + "/checkpoint")));
    }

    private static URI at(Witness witness, String path) {
        return URI.create(String.valueOf(witness.url()).replaceAll("/+$", "") + "/" + path);
    }

    private Uni<Reply> send(HttpRequest.Builder request) {
        HttpRequest timed = request.timeout(config.patience()).build();
        return Uni.createFrom()
                .item(() -> send(timed))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .ifNoItem()
                .after(config.patience().multipliedBy(2))
                .fail();
    }

    private Reply send(HttpRequest request) {
        try {
            HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                String text = new String(body.readNBytes(LONGEST), StandardCharsets.UTF_8);
                String type = response.headers().firstValue("Content-Type").orElse("");
                return new Reply(response.statusCode(), type, text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException("interrupted"));
        }
    }
}
