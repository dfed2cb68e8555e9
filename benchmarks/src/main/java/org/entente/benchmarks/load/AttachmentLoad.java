package org.entente.benchmarks.load;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.suite.layout.Part;

/**
 * An attachment of a gibibyte, or of as many mebibytes as stated, up and down, with the memory that the service has used at most.
 * The service runs with a heap of 192 MB, so that it could not hold one.
 */
public final class AttachmentLoad {
    private static final long MEBIBYTE = 1 << 20;
    private static final double NANOS = 1e9;
    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");
    private static final Pattern PORTION = Pattern.compile("\"portion\":\"(attachment:[0-9a-f]+)\"");

    private AttachmentLoad() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        long mebibytes = arguments.length == 0 ? 1_024 : Long.parseLong(arguments[0]);
        Suite suite = Suite.running();
        String token = suite.token("agency-app");
        try (ServiceProcess service = ServiceProcess.start(suite, Part.CATALOG, "-Xmx192m")) {
            Agency agency = new Agency(service, token);
            agency.attach(agency.upload(MEBIBYTE)); // warms up
            String before = peak(service);
            long start = System.nanoTime();
            String upload = agency.upload(mebibytes * MEBIBYTE);
            double up = (System.nanoTime() - start) / NANOS;
            URI attachment = agency.attach(upload);
            start = System.nanoTime();
            long bytes = agency.download(attachment);
            double down = (System.nanoTime() - start) / NANOS;
            if (bytes != mebibytes * MEBIBYTE) {
                throw new IOException("Only " + bytes + " bytes came back.");
            }
            System.out.printf(
                    Locale.ROOT,
                    "%n| MiB | up, MiB/s | down, MiB/s | resident at most before, MiB | and after |%n"
                            + "| ---: | ---: | ---: | ---: | ---: |%n| %d | %.0f | %.0f | %s | %s |%n",
                    mebibytes,
                    mebibytes / up,
                    mebibytes / down,
                    before,
                    peak(service));
        }
    }

    /** Whoever sends and reads the attachment. */
    private record Agency(HttpClient client, ServiceProcess service, String token) {
        Agency(ServiceProcess service, String token) {
            this(HttpClient.newHttpClient(), service, token);
        }

        String upload(long bytes) throws IOException, InterruptedException {
            return first(
                    ID,
                    post(
                            "/catalog/attachments",
                            "application/octet-stream",
                            BodyPublishers.ofInputStream(() -> new Noise(bytes))));
        }

        /** Where it can be read. */
        URI attach(String upload) throws IOException, InterruptedException {
            String label = "{\"policy\": \"ALLIANCE\", \"classification\": \"RESTRICTED\","
                    + " \"categories\": [\"situational-awareness\"]}";
            String registration = "{\"title\": \"Attachment\", \"defaultLabel\": " + label
                    + ", \"document\": {\"markdown\": \"(U) See the attachment.\"}, \"attachments\": [{\"upload\": \""
                    + upload + "\", \"name\": \"noise\", \"label\": " + label + "}]}";
            String asset =
                    first(ID, post("/catalog/assets", "application/json", BodyPublishers.ofString(registration)));
            String view = post(
                    "/catalog/assets/" + asset + "/views",
                    "application/json",
                    BodyPublishers.ofString("{\"purpose\": \"" + Suite.PURPOSE + "\"}"));
            return service.address()
                    .resolve("/catalog/assets/" + asset + "/attachments/" + first(PORTION, view) + "?purpose="
                            + Suite.PURPOSE);
        }

        long download(URI attachment) throws IOException, InterruptedException {
            HttpResponse<InputStream> response =
                    client.send(request(attachment).GET().build(), BodyHandlers.ofInputStream());
            long bytes = 0;
            byte[] buffer = new byte[1 << 16];
            try (InputStream body = response.body()) {
                for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                    bytes += read;
                }
            }
            return bytes;
        }

        private String post(String path, String type, HttpRequest.BodyPublisher body)
                throws IOException, InterruptedException {
            HttpRequest request = request(service.address().resolve(path))
                    .header("Content-Type", type)
                    .POST(body)
                    .build();
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IOException(path + ": " + response.body());
            }
            return response.body();
        }

        private HttpRequest.Builder request(URI address) {
            return HttpRequest.newBuilder(address)
                    .version(HttpClient.Version.HTTP_1_1)
                    .header("Authorization", "Bearer " + token);
        }
    }

    /** So many bytes that cannot be compressed. */
    private static final class Noise extends InputStream {
        private final Random random = new Random(1);
        private long left;

        Noise(long bytes) {
            left = bytes;
        }

        @Override
        public int read() {
            return left-- > 0 ? random.nextInt(256) : -1;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            byte[] noise = new byte[(int) Math.min(left, length)];
            random.nextBytes(noise);
            System.arraycopy(noise, 0, bytes, offset, noise.length);
            left -= noise.length;
            return noise.length;
        }
    }

    private static String first(Pattern pattern, String text) throws IOException {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IOException("Not as expected: " + text);
        }
        return matcher.group(1);
    }

    /** In MiB, as Linux tells it; a question mark elsewhere. */
    private static String peak(ServiceProcess service) throws IOException {
        Path status = Path.of("/proc", Long.toString(service.process().pid()), "status");
        if (!Files.exists(status)) {
            return "?";
        }
        return Long.toString(Long.parseLong(first(PEAK, Files.readString(status))) / 1_024);
    }
}
