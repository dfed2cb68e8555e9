package org.entente.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.catalog.Callers.originator;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class BadRegistrationResourceTest {

    static Stream<Arguments> refused() {
        return Stream.of(
                bad(400, "", "{"),
                bad(400, "", ""),
                bad(400, "", "null"),
                bad(400, "", "[]"),
                bad(400, "", "{\"title\": \"a\", \"title\": \"b\"}"),
                bad(400, "/colour", "{\"colour\": \"blue\"}"),
                bad(400, "/title", Bundles.registration("").toString()),
                bad(400, "/title", Bundles.registration("x".repeat(301)).toString()),
                bad(400, "/title", without("title")),
                bad(400, "/title", with("title", "7")),
                bad(400, "/bundle", without("bundle")),
                bad(400, "/defaultLabel", without("defaultLabel")),
                bad(400, "/bundle", with("bundle", "[]")),
                bad(400, "/bundle/type", with("bundle", "{\"type\": \"campaign\"}")),
                bad(400, "/bundle/objects", with("bundle", bundle(""))),
                bad(400, "/bundle/objects/0/id", with("bundle", bundle("{\"type\": \"tool\", \"id\": \"tool\"}"))),
                bad(
                        400,
                        "/bundle/objects/0/object_marking_refs/0",
                        with(
                                "bundle",
                                bundle(addressMarked("marking-definition--00000000-0000-4000-8000-000000000000")))),
                bad(400, "/defaultLabel/classification", with("defaultLabel", label("COSMIC", "[\"XBB\"]"))),
                bad(400, "/defaultLabel/releasableTo/0", with("defaultLabel", label("SECRET", "[\"NOWHERE\"]"))),
                bad(400, "/defaultLabel/releasableTo/1", with("defaultLabel", label("SECRET", "[\"XBB\", \"*\"]"))),
                bad(400, "/defaultLabel/colour", with("defaultLabel", "{\"colour\": 1}")),
                bad(400, "/labelsByType/a~1b", with("labelsByType", "{\"a/b\": null}")),
                bad(
                        400,
                        "/labelsByType/tool/classification",
                        with("labelsByType", "{\"tool\": " + label("COSMIC", "[]") + "}")),
                bad(413, "/bundle/objects", Bundles.many("Too many", 2_001).toString()),
                bad(400, "/bundle", with("bundle", "[".repeat(100) + "]".repeat(100))));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void namesTheFieldAndStoresNothing(int status, String field, String body) {
        String before = Database.rows();

        ValidatableResponse refused = keyed(UUID.randomUUID().toString(), body);

        refused.statusCode(status).contentType("application/problem+json").body("field", equalTo(field));
        assertThat(Database.rows()).isEqualTo(before);
    }

    @Test
    void refusesABodyThatSaysItIsTooLarge() throws IOException {
        String answer = announce("/catalog/assets", "application/json", 4_000_001);

        assertThat(answer).startsWith("HTTP/1.1 413").contains("application/problem+json");
    }

    private static ValidatableResponse keyed(String key, String body) {
        return originator()
                .header("Idempotency-Key", key)
                .body(body)
                .post("/catalog/assets")
                .then();
    }

    private static Arguments bad(int status, String field, String body) {
        return Arguments.of(status, field, body);
    }

    private static String without(String field) {
        ObjectNode registration = Bundles.registration("Incomplete");
        registration.remove(field);
        return registration.toString();
    }

    private static String with(String field, String value) {
        ObjectNode registration = Bundles.registration("Wrong");
        registration.set(field, Bundles.read(value));
        return registration.toString();
    }

    private static String bundle(String objects) {
        return "{\"type\": \"bundle\", \"id\": \"bundle--3e1a0c3e-6a0e-4d0e-9b1c-0d8f6f1f7a10\", \"objects\": ["
                + objects + "]}";
    }

    private static String addressMarked(String marking) {
        return "{\"type\": \"ipv4-addr\", \"spec_version\": \"2.1\", \"value\": \"192.0.2.1\","
                + " \"id\": \"ipv4-addr--28bb3599-77cd-5a82-a950-b5bcfa9f5b9e\", \"object_marking_refs\": [\"" + marking
                + "\"]}";
    }

    private static String label(String classification, String releasableTo) {
        return "{\"policy\": \"ALLIANCE\", \"classification\": \"" + classification + "\", \"releasableTo\": "
                + releasableTo + "}";
    }

    /** Sends the head of a request only: the size it states is enough to refuse it. */
    static String announce(String path, String type, int length) throws IOException {
        URI service = URI.create(RestAssured.baseURI + ":" + RestAssured.port);
        String token = Callers.home("xaa-originator", "originator").sign();
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            String head = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type + "\r\n"
                    + "Authorization: Bearer " + token + "\r\nContent-Length: " + length
                    + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            String status = lines.readLine();
            return status + " "
                    + lines.lines().takeWhile(line -> !line.isEmpty()).toList();
        }
    }
}
