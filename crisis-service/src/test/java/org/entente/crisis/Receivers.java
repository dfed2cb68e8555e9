package org.entente.crisis;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A real mail server and a receiver of webhooks; what they have received is told at {@code /mails} and {@code /hooks}. */
public final class Receivers implements QuarkusTestResourceLifecycleManager {
    public static final String SECRET = "a-secret-of-tests-that-is-long-enough";

    private final List<String> hooks = new CopyOnWriteArrayList<>();
    private GreenMail mail;
    private HttpServer http;

    @Override
    public Map<String, String> start() {
        mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
        http.createContext("/pager", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            hooks.add(exchange.getRequestHeaders().getFirst("Idempotency-Key") + " "
                    + exchange.getRequestHeaders().getFirst("Entente-Signature") + " " + body.replace("\n", " "));
            answer(exchange, 204, "");
        });
        http.createContext("/broken", exchange -> answer(exchange, 500, "no"));
        http.createContext("/hooks", exchange -> answer(exchange, 200, String.join("\n", hooks)));
        http.createContext("/mails", exchange -> answer(exchange, 200, mails()));
        http.start();
        String origin = "http://127.0.0.1:" + http.getAddress().getPort();
        return Map.of(
                "quarkus.mailer.mock",
                "false",
                "quarkus.mailer.host",
                "127.0.0.1",
                "quarkus.mailer.port",
                Integer.toString(mail.getSmtp().getPort()),
                "entente.escalation.webhook-origins",
                origin,
                "entente.escalation.webhook-secret",
                SECRET);
    }

    @Override
    public void stop() {
        http.stop(0);
        mail.stop();
    }

    /** One line for each: recipient, identifier, subject. */
    private String mails() {
        return Stream.of(mail.getReceivedMessages()).map(Receivers::line).collect(Collectors.joining("\n"));
    }

    private static String line(MimeMessage message) {
        try {
            return message.getAllRecipients()[0] + " " + message.getMessageID() + " " + message.getSubject();
        } catch (MessagingException exception) {
            throw new IllegalStateException(exception);
        }
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
