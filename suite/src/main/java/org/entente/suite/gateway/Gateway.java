package org.entente.suite.gateway;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.suite.certificate.DevelopmentCertificates;
import org.entente.suite.layout.Part;
import org.entente.suite.layout.Ports;

/** Serves all parts at one https address (HTTP/1.1 and HTTP/2), by path prefix, streaming bodies both ways. */
public final class Gateway implements AutoCloseable {

    private static final int SECONDS_IDLE = 120;
    private static final int CONNECTIONS_PER_PART = 128;
    private static final Duration START = Duration.ofSeconds(20);

    private final Vertx vertx;
    private final Map<Part, HttpProxy> proxies;

    private Gateway(Vertx vertx, Ports ports) {
        this.vertx = vertx;
        this.proxies = Stream.of(Part.CATALOG, Part.ACCESS, Part.AUDIT, Part.CRISIS, Part.KEYCLOAK)
                .collect(Collectors.toUnmodifiableMap(part -> part, part -> proxy(ports, part)));
    }

    /**
     * Listens on the loopback interface.
     *
     * @throws IOException if it cannot
     */
    public static Gateway start(Ports ports, DevelopmentCertificates certificates) throws IOException {
        FileSystemOptions noFiles =
                new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false);
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2).setFileSystemOptions(noFiles));
        Gateway gateway = new Gateway(vertx, ports);
        await(gateway.listen(ports.base(), "127.0.0.1", certificates));
        // Some clients try ::1 first for "localhost"; a machine without IPv6 has no such address.
        gateway.listen(ports.base(), "::1", certificates);
        return gateway;
    }

    /** Lets go of the ports and of every connection. */
    @Override
    public void close() throws IOException {
        await(vertx.close());
    }

    private Future<?> listen(int port, String address, DevelopmentCertificates certificates) {
        HttpServerOptions options = new HttpServerOptions()
                .setHost(address)
                .setPort(port)
                .setSsl(true)
                .setUseAlpn(true)
                .setKeyCertOptions(new PemKeyCertOptions()
                        .setCertPath(certificates.serverFile().toString())
                        .setKeyPath(certificates.serverKeyFile().toString()))
                .setHandle100ContinueAutomatically(true)
                .setMaxHeaderSize(16 * 1024)
                .setMaxInitialLineLength(8 * 1024)
                .setIdleTimeout(SECONDS_IDLE);
        return vertx.createHttpServer(options).requestHandler(this::route).listen();
    }

    private void route(HttpServerRequest request) {
        String path = Objects.requireNonNullElse(request.path(), "");
        Routes.of(path)
                .filter(part -> Routes.isPlain(
                        request.method().name(), path, request.params().names()))
                .map(proxies::get)
                .ifPresentOrElse(proxy -> proxy.handle(request), () -> refuse(request));
    }

    private static void refuse(HttpServerRequest request) {
        request.response()
                .setStatusCode(GatewayProblem.NOT_FOUND.status())
                .putHeader("Content-Type", GatewayProblem.MEDIA_TYPE)
                .end(GatewayProblem.NOT_FOUND.document());
    }

    private HttpProxy proxy(Ports ports, Part part) {
        HttpClientOptions options = new HttpClientOptions()
                .setConnectTimeout(2_000)
                .setMaxPoolSize(CONNECTIONS_PER_PART)
                .setKeepAliveTimeout(30)
                .setIdleTimeout(SECONDS_IDLE);
        return HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), vertx.createHttpClient(options))
                .origin(SocketAddress.inetSocketAddress(ports.of(part), "127.0.0.1"))
                .addInterceptor(new Edge(ports.base()));
    }

    private static void await(Future<?> future) throws IOException {
        try {
            future.toCompletionStage().toCompletableFuture().get(START.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new IOException("the gateway: " + cause.getMessage(), cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
