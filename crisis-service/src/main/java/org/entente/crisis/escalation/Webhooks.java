package org.entente.crisis.escalation;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;

/** Notices by webhook, each signed over its time and its body. */
@ApplicationScoped
class Webhooks {
    private final EscalationSettings settings;
    private final ObjectMapper json;
    private final HttpClient client;

    Webhooks(EscalationSettings settings, ObjectMapper json) {
        this.settings = settings;
        this.json = json;
        // The configured origins are where notices may go; a receiver does not send them elsewhere.
        this.client = HttpClient.newBuilder()
                .connectTimeout(settings.patience())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** Fails unless the receiver answers with 2xx. */
    Uni<Void> send(Notice notice) {
        return Uni.createFrom()
                .item(() -> post(notice))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .replaceWithVoid();
    }

    private int post(Notice notice) {
        // What was allowed when the ladder was published may not be any more.
        if (!settings.allows(notice.address())) {
            throw new IllegalStateException("The origin is not configured any more.");
        }
        String secret = settings.webhookSecret()
                .filter(text -> text.length() >= 32)
                .orElseThrow(() -> new IllegalStateException("There is no secret to sign with."));
        String body = body(notice);
        HttpRequest request = HttpRequest.newBuilder(URI.create(notice.address()))
                .timeout(settings.patience())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", notice.id().toString())
                .header(
                        "Entente-Signature",
                        Signature.of(secret, Instant.now(), body).toString())
                .POST(BodyPublishers.ofString(body))
                .build();
        return send(request);
    }

    private int send(HttpRequest request) {
        try {
            int status = client.send(request, BodyHandlers.discarding()).statusCode();
            if (status / 100 != 2) {
                throw new IllegalStateException("The receiver answered " + status + ".");
            }
            return status;
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException("interrupted"));
        }
    }

    private String body(Notice notice) {
        return json.createObjectNode()
                .put("id", notice.id().toString())
                .put("escalation", notice.escalation().toString())
                .put("person", notice.person())
                .put("subject", notice.subject())
                .put("text", notice.body())
                .put("exercise", notice.exercise())
                .toString();
    }
}
