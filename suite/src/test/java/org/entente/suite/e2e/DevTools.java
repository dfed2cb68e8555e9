package org.entente.suite.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A page of a real browser, led by the DevTools protocol: it goes to addresses, fills in forms and reads what is shown. */
final class DevTools implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process browser;
    private final WebSocket socket;
    private final Answers answers = new Answers();
    private final AtomicInteger number = new AtomicInteger();

    /** Starts a browser with a profile of its own; it takes the suite's development certificate. */
    DevTools(Path program, Path profile) throws Exception {
        browser = new ProcessBuilder(
                        program.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--ignore-certificate-errors",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(page(port(profile)), answers)
                .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    /** Goes to an address and waits until it, or where it leads, is shown. */
    void open(String address) {
        call("Page.navigate", Map.of("url", address));
        awaitTrue("document.readyState === 'complete' && location.href !== 'about:blank'");
    }

    /** Shows pages as wide as that, in pixels, as a phone would. */
    void narrow(int width) {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 800, "deviceScaleFactor", 1, "mobile", true));
    }

    /** Plugs in a hardware key whose owner touches it at once; it lasts as long as the page. */
    void plugInHardwareKey() {
        call("WebAuthn.enable", Map.of());
        call(
                "WebAuthn.addVirtualAuthenticator",
                Map.of(
                        "options",
                        Map.of(
                                "protocol", "ctap2",
                                "transport", "usb",
                                "hasResidentKey", false,
                                "hasUserVerification", true,
                                "isUserVerified", true,
                                "automaticPresenceSimulation", true)));
    }

    /** What an expression of the page's own language says. */
    String evaluate(String expression) {
        return call("Runtime.evaluate", Map.of("expression", expression))
                .at("/result/result/value")
                .asText();
    }

    /** Waits until an expression is true of what is shown, on whichever page that is. */
    void awaitTrue(String expression) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!evaluate(expression).equals("true")) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("it never came true: " + expression + " at " + evaluate("location.href")
                        + ": " + evaluate("document.body.innerText"));
            }
            pause();
        }
    }

    @Override
    public void close() {
        socket.abort();
        List<ProcessHandle> all = Stream.concat(Stream.of(browser.toHandle()), browser.descendants())
                .toList();
        browser.destroy();
        // Its children write into the profile until they end, too, and that may be after it.
        CompletableFuture.allOf(all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, 10, TimeUnit.SECONDS)
                .join();
        all.forEach(ProcessHandle::destroyForcibly);
    }

    private JsonNode call(String method, Map<String, ?> parameters) {
        ObjectNode command =
                JSON.createObjectNode().put("id", number.incrementAndGet()).put("method", method);
        command.set("params", JSON.valueToTree(parameters));
        CompletableFuture<JsonNode> answer = answers.to(command.path("id").asInt());
        socket.sendText(command.toString(), true);
        return answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    /** The browser writes its port into its profile when it listens. */
    private static int port(Path profile) throws IOException {
        Path file = profile.resolve("DevToolsActivePort");
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.exists(file) || Files.readAllLines(file).size() < 2) {
            if (System.nanoTime() > deadline) {
                throw new IOException("the browser does not listen");
            }
            pause();
        }
        return Integer.parseInt(Files.readAllLines(file).get(0));
    }

    private static URI page(int port) throws IOException, InterruptedException {
        HttpRequest list = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/list"))
                .build();
        String pages = HttpClient.newHttpClient()
                .send(list, HttpResponse.BodyHandlers.ofString())
                .body();
        for (JsonNode page : JSON.readTree(pages)) {
            if (page.path("type").asText().equals("page")) {
                return URI.create(page.path("webSocketDebuggerUrl").asText());
            }
        }
        throw new IOException("the browser shows no page");
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    /** Answers by the numbers of their commands; events are passed over. */
    private static final class Answers implements WebSocket.Listener {
        private final Map<Integer, CompletableFuture<JsonNode>> awaited = new ConcurrentHashMap<>();
        private final StringBuilder text = new StringBuilder();

        CompletableFuture<JsonNode> to(int number) {
            return awaited.computeIfAbsent(number, unknown -> new CompletableFuture<>());
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                try {
                    JsonNode message = JSON.readTree(text.toString());
                    text.setLength(0);
                    if (message.has("id")) {
                        to(message.path("id").asInt()).complete(message);
                    }
                } catch (IOException exception) {
                    throw new UncheckedIOException(exception);
                }
            }
            socket.request(1);
            return CompletableFuture.completedStage(null);
        }
    }
}
