package org.entente.suite.gateway;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.net.ConnectException;
import java.util.List;

/** What the gateway changes: it alone says where a request came from, and it answers for parts that do not. */
final class Edge implements ProxyInterceptor {

    /** A client that could set one of these could pretend to be elsewhere, or to have come by another way. */
    private static final List<String> DROPPED = List.of(
            "Forwarded",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Port",
            "X-Forwarded-Prefix",
            "X-Forwarded-Proto",
            "X-Forwarded-Ssl",
            "X-Real-IP",
            // Whoever could state a certificate could use tokens that are bound to it.
            "Client-Cert",
            "Client-Cert-Chain",
            "X-Original-URL",
            "X-Rewrite-URL",
            // The gateway itself has asked the client to go on.
            "Expect");

    private final int port;

    Edge(int port) {
        this.port = port;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        HttpServerRequest client = context.request().proxiedRequest();
        forward(context.request().headers(), client.remoteAddress().hostAddress());
        return context.sendRequest().recover(failure -> Future.succeededFuture(unavailable(context, failure)));
    }

    private void forward(MultiMap headers, String client) {
        DROPPED.forEach(headers::remove);
        headers.set("X-Forwarded-For", client);
        headers.set("X-Forwarded-Proto", "https");
        headers.set("X-Forwarded-Host", "localhost:" + port);
        headers.set("X-Forwarded-Port", Integer.toString(port));
    }

    private static ProxyResponse unavailable(ProxyContext context, Throwable failure) {
        GatewayProblem problem =
                failure instanceof ConnectException ? GatewayProblem.UNAVAILABLE : GatewayProblem.BAD_GATEWAY;
        ProxyRequest request = context.request();
        // What is left of the body is let go; a body that was read to its end must not be touched (HTTP/2 refuses).
        boolean read = request.proxiedRequest().isEnded();
        ProxyResponse response = (read ? request : request.release()).response();
        response.setStatusCode(problem.status());
        response.putHeader("Content-Type", GatewayProblem.MEDIA_TYPE);
        response.putHeader("Retry-After", "1");
        return response.setBody(Body.body(Buffer.buffer(problem.document())));
    }
}
