package org.entente.benchmarks.load;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import org.jspecify.annotations.Nullable;

/**
 * A request that is made again and again.
 *
 * @param body absent for a GET
 * @param expected what a right answer has in its text
 */
record Call(String url, @Nullable String token, @Nullable String body, String expected) {

    /** Fails unless the answer is the right one. */
    Future<Void> by(HttpClient client) {
        RequestOptions options =
                new RequestOptions().setAbsoluteURI(url).setMethod(body == null ? HttpMethod.GET : HttpMethod.POST);
        if (token != null) {
            options.putHeader("Authorization", "Bearer " + token);
        }
        if (body != null) {
            options.putHeader("Content-Type", "application/json");
        }
        return client.request(options)
                .compose(request -> body == null ? request.send() : request.send(Buffer.buffer(body)))
                .compose(HttpClientResponse::body, Future::failedFuture)
                .compose(this::checked);
    }

    private Future<Void> checked(Buffer answer) {
        String text = answer.toString();
        return text.contains(expected) ? Future.succeededFuture() : Future.failedFuture("Not as expected: " + text);
    }
}
