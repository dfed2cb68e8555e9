package org.entente.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.entente.catalog.Attachments.CHUNK;
import static org.entente.catalog.Attachments.HOME_ONLY;
import static org.entente.catalog.Attachments.SHARED;
import static org.entente.catalog.Attachments.attach;
import static org.entente.catalog.Attachments.content;
import static org.entente.catalog.Attachments.portion;
import static org.entente.catalog.Attachments.read;
import static org.entente.catalog.Attachments.sha256;
import static org.entente.catalog.Attachments.upload;
import static org.entente.catalog.Attachments.withAttachments;
import static org.entente.catalog.Callers.originator;
import static org.entente.catalog.Callers.xbbAnalyst;
import static org.entente.catalog.Callers.xccAnalyst;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Chunks are of 65,536 bytes here, and attachments of 20 million at most. */
@QuarkusTest
class AttachmentResourceTest {
    private static final String DEFENCE = "{\"purpose\": \"cyber-defence\"}";
    private static final String VIOLATED = "org.entente.catalog.integrity.violated.v1";

    @BeforeEach
    @AfterEach
    void behave() {
        AccessPeer.behave(AccessPeer.Mode.NORMAL);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 5 * CHUNK + 7, 19_999_999})
    void comesBackAsItWent(int size) throws Exception {
        byte[] content = content(size);
        Response uploaded = upload(content);
        String asset = Callers.register(withAttachments("Whole", uploaded.path("id"), SHARED));

        Response read = read(xbbAnalyst(), asset, portion(asset));

        uploaded.then().body("size", equalTo(size)).body("sha256", equalTo(sha256(content)));
        read.then()
                .statusCode(200)
                .header("Content-Type", startsWith("application/octet-stream"))
                .header("Content-Disposition", equalTo("attachment; filename*=UTF-8''pump%20plan.pdf"))
                .header("Cache-Control", equalTo("no-store"));
        assertThat(read.asByteArray()).isEqualTo(content);
    }

    @Test
    void isShownInTheView() {
        byte[] content = content(10);
        String asset =
                Callers.register(withAttachments("Viewed", upload(content).path("id"), SHARED));

        Response view = xbbAnalyst().body(DEFENCE).post("/catalog/assets/{id}/views", asset);

        view.then()
                .statusCode(200)
                .body("portions.shown", equalTo(4))
                .body("attachments.name", equalTo(List.of("pump plan.pdf")))
                .body("attachments[0].mediaType", startsWith("application/pdf"))
                .body("attachments[0].get('size')", equalTo(10))
                .body("attachments.mark", equalTo(List.of("(S//REL XAA,XBB)")));
        assertThat(view.asString()).doesNotContain("\"key\"");
    }

    @Test
    void isAPortionOfABundleToo() {
        ObjectNode registration = Bundles.registration("Bundle with a file");
        attach(registration, upload(content(10)).path("id"), SHARED);
        String asset = Callers.register(registration);

        Response view = xbbAnalyst().body(DEFENCE).post("/catalog/assets/{id}/views", asset);

        view.then()
                .statusCode(200)
                .body("bundle.objects.id", equalTo(Bundles.SHOWN_TO_XBB))
                .body("attachments.size()", equalTo(1));
    }

    @Test
    void isOnRecord() throws Exception {
        byte[] content = content(CHUNK + 1);
        String asset =
                Callers.register(withAttachments("Recorded", upload(content).path("id"), SHARED));

        read(xbbAnalyst(), asset, portion(asset)).then().statusCode(200);

        assertThat(Events.awaitData("org.entente.catalog.view.served.v1", "assetId", asset))
                .extracting(event -> event.at("/data/sha256").asText())
                .containsExactly(sha256(content));
    }

    @Test
    void isNotThereForWhomItsLabelDoesNotAdmit() throws Exception {
        String asset = Callers.register(
                withAttachments("Hidden file", upload(content(10)).path("id"), HOME_ONLY));
        String portion = portion(asset);
        Response absent = read(xbbAnalyst(), asset, "attachment:000000000000");

        Response hidden = read(xbbAnalyst(), asset, portion);

        assertThat(hidden.statusCode()).isEqualTo(404);
        assertThat(hidden.asByteArray()).isEqualTo(absent.asByteArray());
        assertThat(read(xccAnalyst(), asset, portion).asByteArray()).isEqualTo(absent.asByteArray());
    }

    @Test
    void isNotSentWhereDownloadsAreOff() {
        String asset = Callers.register(
                withAttachments("Look only", upload(content(10)).path("id"), SHARED));
        String portion = portion(asset);
        AccessPeer.behave(AccessPeer.Mode.WITHOUT_DOWNLOADS);

        Response read = read(xbbAnalyst(), asset, portion);

        read.then().statusCode(403);
    }

    @Test
    void needsAPurpose() {
        String asset = Callers.register(
                withAttachments("No purpose", upload(content(10)).path("id"), SHARED));

        Response read = xbbAnalyst().get("/catalog/assets/{id}/attachments/{portion}", asset, portion(asset));

        read.then().statusCode(400).body("field", equalTo("purpose"));
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                Arguments.of(
                        "a byte flipped",
                        0,
                        "update attachment_chunk set content ="
                                + " set_byte(content, 20, get_byte(content, 20) # 1) where seq = 0 and attachment = ?"),
                Arguments.of(
                        "swapped",
                        0,
                        "update attachment_chunk c set content = o.content from attachment_chunk o"
                                + " where c.attachment = o.attachment and c.seq + o.seq = 1 and c.attachment = ?"),
                Arguments.of("cut short", 2, "delete from attachment_chunk where seq = 2 and attachment = ?"),
                Arguments.of(
                        "an earlier end",
                        2,
                        "update attachment_chunk c set content = o.content"
                                + " from attachment_chunk o where c.attachment = o.attachment and c.seq = 2 and o.seq = 1"
                                + " and c.attachment = ?"),
                Arguments.of("a hole", 1, "delete from attachment_chunk where seq = 1 and attachment = ?"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void breaksOffWhereAChunkWasChanged(String change, int chunk, String statement) {
        String upload = upload(content(2 * CHUNK + 5)).path("id");
        String asset = Callers.register(withAttachments("Tampered: " + change, upload, SHARED));
        assertThat(Database.tamper(statement, UUID.fromString(upload))).isPositive();
        String portion = portion(asset);

        if (chunk == 0) {
            assertThat(read(xbbAnalyst(), asset, portion).statusCode()).isEqualTo(500);
        } else {
            assertThatThrownBy(() -> read(xbbAnalyst(), asset, portion).asByteArray())
                    .satisfiesAnyOf(
                            fault -> assertThat(fault).hasMessageContaining("chunk"),
                            fault -> assertThat(fault).hasMessageContaining("closed"),
                            fault -> assertThat(fault).hasMessageContaining("reset"));
        }
        assertThat(Events.await(VIOLATED, asset)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0,0", "0,65535", "65530,65540", "1,196613", "131072,", "196613,"})
    void goesOnWhereADownloadBrokeOff(int from, Integer to) throws Exception {
        byte[] content = content(3 * CHUNK + 6);
        String asset =
                Callers.register(withAttachments("Resumed", upload(content).path("id"), SHARED));
        String tag = "\"" + sha256(content) + "\"";

        Response part = read(
                xbbAnalyst()
                        .header("Range", "bytes=" + from + "-" + (to == null ? "" : to))
                        .header("If-Range", tag),
                asset,
                portion(asset));

        int last = to == null ? content.length - 1 : to;
        part.then()
                .statusCode(206)
                .header("ETag", equalTo(tag))
                .header("Accept-Ranges", equalTo("bytes"))
                .header("Content-Range", equalTo("bytes " + from + "-" + last + "/" + content.length));
        assertThat(part.asByteArray()).isEqualTo(Arrays.copyOfRange(content, from, last + 1));
        assertThat(Events.awaitData("org.entente.catalog.view.served.v1", "assetId", asset))
                .isNotEmpty();
    }

    @Test
    void sendsAllOfItWhereTheRestIsOfSomethingElse() {
        byte[] content = content(CHUNK + 1);
        String asset =
                Callers.register(withAttachments("Another", upload(content).path("id"), SHARED));

        Response whole =
                read(xbbAnalyst().header("Range", "bytes=10-").header("If-Range", "\"other\""), asset, portion(asset));

        whole.then().statusCode(200);
        assertThat(whole.asByteArray()).isEqualTo(content);
    }

    @Test
    void saysWhereItEndsToWhoAsksForMore() {
        String asset =
                Callers.register(withAttachments("Beyond", upload(content(10)).path("id"), SHARED));

        Response beyond = read(xbbAnalyst().header("Range", "bytes=10-"), asset, portion(asset));

        beyond.then().statusCode(416).header("Content-Range", equalTo("bytes */10"));
    }

    @Test
    void hidesWithARangeToo() {
        String asset = Callers.register(
                withAttachments("Hidden part", upload(content(10)).path("id"), HOME_ONLY));

        Response hidden = read(xbbAnalyst().header("Range", "bytes=99-"), asset, portion(asset));

        hidden.then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"withdrawal", "remarking"})
    void breaksOffWhereItIsTakenBackMeanwhile(String act) throws Exception {
        byte[] content = content(19_999_999);
        String asset = Callers.register(
                withAttachments("Taken back by " + act, upload(content).path("id"), SHARED));
        String portion = portion(asset);

        try (SlowDownload download = SlowDownload.begin(asset, portion)) {
            if (act.equals("withdrawal")) {
                Remarkings.withdraw(asset);
            } else {
                Remarkings.redact(asset, portion);
            }

            assertThat(download.rest()).isLessThan(content.length);
        }
    }

    @Test
    void isErasedWithItsAsset() {
        String upload = upload(content(CHUNK + 1)).path("id");
        String asset = Callers.register(withAttachments("Erased", upload, SHARED));

        originator().body("{\"reason\": \"By mistake.\"}").post("/catalog/assets/{id}/withdrawal", asset);

        assertThat(Database.find("select count(*) from attachment_chunk where attachment = '" + upload + "'"))
                .isEqualTo("0");
    }
}
