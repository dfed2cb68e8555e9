package org.entente.access.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.entente.access.epoch.AnswerSettings;
import org.entente.http.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What leaves a server, byte by byte. */
class ExchangeTest {
    private static final String REQUEST = "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void anAnswerInTimeSaysHowLongItHolds() throws Exception {
        // given
        int port = serving(context -> {
            long arrival = System.nanoTime();
            new Exchange(context, arrival, settings("PT1M"))
                    .mayAnswer(arrival + Duration.ofSeconds(2).toNanos());
            context.response().end("permit");
        });

        // when
        String answer = answer(port);

        // then: the time until the record began, the time to answer, and the time to travel
        assertThat(answer)
                .containsIgnoringCase(Exchange.VOID_AFTER + ": 62100\r\n")
                .endsWith("permit");
    }

    @Test
    void ofAnAnswerThatComesToBeWrittenTooLateNotAByteLeaves() throws Exception {
        // given
        int port = serving(context -> {
            long recording = System.nanoTime();
            new Exchange(context, recording, settings("PT0.3S")).mayAnswer(recording);
            vertx.setTimer(400, ignored -> context.response().end("permit"));
        });

        // when
        String answer = answer(port);

        // then
        assertThat(answer).isEmpty();
    }

    @Test
    void whatIsKnownToBeTooLateIsUnavailable() throws Exception {
        // given
        CompletableFuture<Exchange> exchange = new CompletableFuture<>();
        int port = serving(context -> {
            exchange.complete(new Exchange(context, System.nanoTime(), settings("PT1S")));
            context.response().end();
        });
        answer(port);
        long recording = System.nanoTime() - Duration.ofSeconds(2).toNanos();

        // when
        var answering = assertThatThrownBy(() -> exchange.join().mayAnswer(recording));

        // then
        answering.isInstanceOfSatisfying(
                Problem.class, problem -> assertThat(problem.status()).isEqualTo(503));
    }

    private int serving(Consumer<RoutingContext> handler) {
        Router router = Router.router(vertx);
        router.route().handler(handler::accept);
        HttpServer server = vertx.createHttpServer().requestHandler(router);
        return server.listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
    }

    /** All bytes until the server closes. */
    private static String answer(int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(REQUEST.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    private static AnswerSettings settings(String within) {
        return new AnswerSettings() {
            @Override
            public Duration within() {
                return Duration.parse(within);
            }

            @Override
            public Duration travel() {
                return Duration.ofMillis(100);
            }
        };
    }
}
