package org.entente.benchmarks.load;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.entente.suite.layout.Part;

/** Registers assets, each a portion under one of forty labels, through the service itself. */
final class Fill {
    private static final int CALLERS = 24;
    private static final int TELL_EVERY = 5_000;
    private static final List<String> LEVELS = List.of("UNCLASSIFIED", "RESTRICTED", "CONFIDENTIAL", "SECRET");
    private static final List<String> NATIONS = List.of("XBB", "XCC", "XDD", "XEE", "XFF");
    private static final List<String> CATEGORIES = List.of("situational-awareness", "shared-analysis");

    private Fill() {}

    /** Until there are that many, whoever registered the others. */
    static void upTo(int wanted) throws IOException, SQLException {
        Suite suite = Suite.running();
        int count = wanted - suite.assets();
        if (count > 0) {
            register(suite, count);
        }
    }

    private static void register(Suite suite, int count) throws IOException {
        String token = suite.token("agency-app");
        // What is written need not outlive a power failure in the midst of filling.
        try (ServiceProcess service = ServiceProcess.start(suite, Part.CATALOG, AuthzenLoad.NOT_FLUSHED)) {
            Vertx vertx = Vertx.vertx();
            HttpClient client =
                    vertx.createHttpClient(new HttpClientOptions(), new PoolOptions().setHttp1MaxSize(CALLERS));
            RequestOptions options = new RequestOptions()
                    .setAbsoluteURI(service.address() + "/catalog/assets")
                    .setMethod(HttpMethod.POST)
                    .putHeader("Content-Type", "application/json")
                    .putHeader("Authorization", "Bearer " + token);
            AtomicInteger next = new AtomicInteger();
            List<Future<Void>> callers = IntStream.range(0, CALLERS)
                    .mapToObj(caller -> register(client, options, next, count))
                    .toList();
            Future.all(callers).toCompletionStage().toCompletableFuture().join();
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private static Future<Void> register(HttpClient client, RequestOptions options, AtomicInteger next, int count) {
        Promise<Void> done = Promise.promise();
        another(client, options, next, count, done);
        return done.future();
    }

    private static void another(
            HttpClient client, RequestOptions options, AtomicInteger next, int count, Promise<Void> done) {
        int number = next.getAndIncrement();
        if (number >= count) {
            done.complete();
            return;
        }
        if (number % TELL_EVERY == 0) {
            System.out.println(number + " of " + count);
        }
        client.request(options)
                .compose(request -> request.send(Buffer.buffer(registration(number))))
                .compose(Fill::created)
                .onSuccess(ignored -> another(client, options, next, count, done))
                .onFailure(done::fail);
    }

    private static Future<Void> created(HttpClientResponse response) {
        return response.statusCode() == 201
                ? response.body().mapEmpty()
                : response.body().compose(body -> Future.failedFuture("Not registered: " + body));
    }

    private static String registration(int number) {
        return """
                {"title": "Asset %d",
                 "defaultLabel": {"policy": "ALLIANCE", "classification": "%s", "releasableTo": ["%s"], "categories": ["%s"]},
                 "bundle": {"type": "bundle", "id": "bundle--%s", "objects": [
                   {"type": "ipv4-addr", "spec_version": "2.1", "id": "ipv4-addr--%s", "value": "192.0.2.%d"}]}}""".formatted(
                        number,
                        LEVELS.get(number % LEVELS.size()),
                        NATIONS.get(number / 4 % NATIONS.size()),
                        CATEGORIES.get(number / 20 % CATEGORIES.size()),
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        number % 256);
    }
}
