package org.entente.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.catalog.Attachments.CHUNK;
import static org.entente.catalog.Attachments.SHARED;
import static org.entente.catalog.Attachments.content;
import static org.entente.catalog.Attachments.portion;
import static org.entente.catalog.Attachments.read;
import static org.entente.catalog.Attachments.register;
import static org.entente.catalog.Attachments.upload;
import static org.entente.catalog.Attachments.withAttachments;
import static org.entente.catalog.Callers.as;
import static org.entente.catalog.Callers.originator;
import static org.entente.catalog.Callers.xbbAnalyst;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Chunks are of 65,536 bytes here, and attachments of 20 million at most. */
@QuarkusTest
class AttachmentIntakeResourceTest {
    @BeforeEach
    @AfterEach
    void behave() {
        AccessPeer.behave(AccessPeer.Mode.NORMAL);
    }

    @Test
    void isTakenInOnce() {
        String upload = upload(content(10)).path("id");
        Callers.register(withAttachments("First", upload, SHARED));

        Response again = register(withAttachments("Again", upload, SHARED));

        again.then().statusCode(400).body("field", equalTo("/attachments/0/upload"));
    }

    @Test
    void isTakenInByWhomItWasUploadedOnly() {
        String upload = upload(content(10)).path("id");

        Response other = as(Callers.home("another-originator", "originator"))
                .body(withAttachments("Not mine", upload, SHARED).toString())
                .post("/catalog/assets");

        other.then().statusCode(400).body("field", equalTo("/attachments/0/upload"));
    }

    static Stream<Arguments> faults() {
        String id = UUID.randomUUID().toString();
        return Stream.of(
                Arguments.of("/attachments/0", "{}"),
                Arguments.of("/attachments/0/keep", "{\"keep\": \"attachment:1\", \"name\": \"a\"}"),
                Arguments.of("/attachments/0/keep", "{\"keep\": \"attachment:1\"}"),
                Arguments.of("/attachments/0/name", "{\"upload\": \"" + id + "\", \"name\": \"../a\"}"),
                Arguments.of("/attachments/0/label", "{\"upload\": \"" + id + "\", \"name\": \"a\"}"),
                Arguments.of(
                        "/attachments/0/upload",
                        "{\"upload\": \"" + id + "\", \"name\": \"a\", \"label\": " + SHARED + "}"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void namesTheFieldThatIsWrong(String field, String attachment) {
        ObjectNode registration = Documents.registration("Wrong");
        registration.putArray("attachments").add(Bundles.read(attachment));

        Response refused = register(registration);

        refused.then().statusCode(400).body("field", equalTo(field));
    }

    @Test
    void isKeptSealed() {
        byte[] content = "watched from inside ".repeat(10).getBytes();

        String upload = upload(content).path("id");

        assertThat(Database.find(
                        "select position('watched'::bytea in content) from attachment_chunk where attachment = '"
                                + upload + "'"))
                .isEqualTo("0");
    }

    @Test
    void refusesWhatIsTooLarge() throws IOException {
        String before = Database.find("select count(*) from attachment");

        String answer = BadRegistrationResourceTest.announce("/catalog/attachments", "application/pdf", 20_000_001);

        assertThat(answer).startsWith("HTTP/1.1 413");
        assertThat(Database.find("select count(*) from attachment")).isEqualTo(before);
    }

    @Test
    void letsNothingElseBeAsLarge() throws Exception {
        HttpRequest unsized = HttpRequest.newBuilder(
                        URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/catalog/assets"))
                .header(
                        "Authorization",
                        "Bearer " + Callers.home("xaa-originator", "originator").sign())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[6_000_000])))
                .build();

        int status;
        try {
            status = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .build()
                    .send(unsized, HttpResponse.BodyHandlers.ofString())
                    .statusCode();
        } catch (IOException closed) {
            // Whether the answer arrives before the connection is closed on a client that still sends is luck.
            status = 413;
        }

        assertThat(status).isEqualTo(413);
    }

    @Test
    void isForHomeOriginatorsOnly() {
        xbbAnalyst()
                .contentType("application/pdf")
                .body(content(1))
                .post("/catalog/attachments")
                .then()
                .statusCode(403);
        Callers.liaison()
                .contentType("application/pdf")
                .body(content(1))
                .post("/catalog/attachments")
                .then()
                .statusCode(403);
    }

    @Test
    void isKeptByANewVersionUnderItsLabel() {
        byte[] content = content(CHUNK + 3);
        String asset = Callers.register(withAttachments("Kept", upload(content).path("id"), SHARED));
        String portion = portion(asset);
        ObjectNode second = Documents.registration("Second");
        second.putArray("attachments").addObject().put("keep", portion);

        Response superseded = originator().body(second.toString()).post("/catalog/assets/{id}/versions", asset);

        superseded.then().statusCode(201).body("portions", equalTo(5));
        assertThat(read(xbbAnalyst(), asset, portion).asByteArray()).isEqualTo(content);
    }

    @Test
    void isNotThereAnyMoreWhereTheNewVersionDropsIt() {
        String asset =
                Callers.register(withAttachments("Dropped", upload(content(10)).path("id"), SHARED));
        String portion = portion(asset);
        originator()
                .body(Documents.registration("Second").toString())
                .post("/catalog/assets/{id}/versions", asset)
                .then()
                .statusCode(201);

        Response read = read(xbbAnalyst(), asset, portion);

        read.then().statusCode(404);
    }

    @Test
    void isTakenInOnceByARequestThatIsRepeated() {
        String key = UUID.randomUUID().toString();
        String body = withAttachments("Repeated", upload(content(10)).path("id"), SHARED)
                .toString();
        Response first = originator().header("Idempotency-Key", key).body(body).post("/catalog/assets");

        Response again = originator().header("Idempotency-Key", key).body(body).post("/catalog/assets");

        again.then().statusCode(201);
        assertThat(again.asString()).isEqualTo(first.asString());
    }
}
