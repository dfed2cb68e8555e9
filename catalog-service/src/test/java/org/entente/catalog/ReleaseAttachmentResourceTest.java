package org.entente.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.catalog.Attachments.CHUNK;
import static org.entente.catalog.Attachments.HOME_ONLY;
import static org.entente.catalog.Attachments.SHARED;
import static org.entente.catalog.Attachments.attach;
import static org.entente.catalog.Attachments.content;
import static org.entente.catalog.Attachments.portion;
import static org.entente.catalog.Attachments.sha256;
import static org.entente.catalog.Attachments.upload;
import static org.entente.catalog.Attachments.withAttachments;
import static org.entente.catalog.Callers.originator;
import static org.entente.catalog.Callers.xbbAnalyst;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.entente.release.Archive;
import org.entente.release.ReleasePackage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Chunks are of 65,536 bytes here, and a package has 10 million bytes of attachments at most. */
@QuarkusTest
class ReleaseAttachmentResourceTest {
    private static final String FILE = "attachments/1-pump_plan.pdf";

    @BeforeEach
    @AfterEach
    void behave() {
        AccessPeer.behave(AccessPeer.Mode.NORMAL);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10, CHUNK, 3 * CHUNK + 1})
    void handsOverTheAttachmentsOfADocument(int size) throws Exception {
        byte[] content = content(size);
        String release = Released.toXbb(
                Callers.register(withAttachments("Enclosed", upload(content).path("id"), SHARED)));

        Response fetched = Released.fetch(xbbAnalyst(), release);

        byte[] archive = fetched.then().statusCode(200).extract().asByteArray();
        ReleasePackage found = ReleasePackage.verify(archive, Released.keys());
        assertThat(found.manifest().attachments()).containsExactly(FILE);
        assertThat(Archive.read(archive)).containsEntry(FILE, content);
        xbbAnalyst()
                .get("/catalog/releases/" + release)
                .then()
                .body("file.bytes", equalTo(archive.length))
                .body("file.sha256", equalTo(sha256(archive)));
    }

    @Test
    void saysInACoverTextWhoseTheyAre() throws Exception {
        byte[] content = content(10);
        String asset =
                Callers.register(withAttachments("Covered", upload(content).path("id"), SHARED));

        byte[] archive = Released.fetch(xbbAnalyst(), Released.toXbb(asset)).asByteArray();

        JsonNode manifest = Released.manifest(archive);
        byte[] cover = Archive.read(archive).get(ReleasePackage.COVER);
        String number = manifest.path("copyNumber").asText();
        assertThat(new String(cover, StandardCharsets.UTF_8))
                .contains("to XBB", number, sha256(content) + "  1-pump_plan.pdf");
        assertThat(find(manifest.path("binding"), "file", ReleasePackage.COVER)
                        .path("sha256")
                        .asText())
                .isEqualTo(sha256(cover));
        assertThat(find(manifest.path("files"), "name", ReleasePackage.COVER)
                        .path("size")
                        .asInt())
                .isEqualTo(cover.length);
        Released.trace(cover).then().statusCode(200).body("named.size()", equalTo(1));
    }

    @Test
    void bindsThemToTheirLabels() throws Exception {
        byte[] content = content(10);
        ObjectNode registration =
                attach(Bundles.registration("Bound"), upload(content).path("id"), SHARED);
        String asset = Callers.register(registration);

        byte[] archive = Released.fetch(xbbAnalyst(), Released.toXbb(asset)).asByteArray();

        JsonNode manifest = Released.manifest(archive);
        JsonNode bound = find(manifest.path("binding"), "id", portion(asset));
        assertThat(bound.path("sha256").asText()).isEqualTo(sha256(content));
        assertThat(manifest.path("labels")
                        .path(bound.path("labels").path(0).asText())
                        .path("classification")
                        .asText())
                .isEqualTo("SECRET");
        assertThat(find(manifest.path("files"), "name", FILE).path("title").asText())
                .isEqualTo("pump plan.pdf");
        assertThat(manifest.path("labels")
                        .path(manifest.path("banner").asText())
                        .path("classification")
                        .asText())
                .isEqualTo("SECRET");
    }

    @Test
    void keepsBackWhatTheirLabelsDo() {
        String asset = Callers.register(
                withAttachments("Kept back", upload(content(10)).path("id"), HOME_ONLY));

        byte[] archive = Released.fetch(xbbAnalyst(), Released.toXbb(asset)).asByteArray();

        assertThat(Archive.read(archive)).containsOnlyKeys("manifest.jws", ReleasePackage.DOCUMENT);
        assertThat(Released.manifest(archive).toString())
                .doesNotContain("pump plan")
                .doesNotContain(portion(asset));
    }

    @Test
    void handsOverAnAttachmentAlone() {
        ObjectNode registration =
                attach(Bundles.hiddenRegistration("Alone"), upload(content(10)).path("id"), SHARED);
        registration.at("/bundle/objects").forEach(object -> ((ObjectNode) object).remove("object_marking_refs"));
        String release = Released.toXbb(Callers.register(registration));

        byte[] archive = Released.fetch(xbbAnalyst(), release).asByteArray();

        ReleasePackage.verify(archive, Released.keys());
        assertThat(Released.bundle(archive).has("objects")).isFalse();
        assertThat(Archive.read(archive)).containsKey(FILE);
    }

    @Test
    void refusesMoreThanAPackageMayHave() {
        String asset = Callers.register(
                withAttachments("Too large", upload(content(10_000_001)).path("id"), SHARED));

        Response refused = Released.release(xbbAnalyst(), asset, Released.DEFENCE);

        refused.then().statusCode(413);
    }

    @Test
    void makesNoPackageOfWhatIsNotWhatWasUploaded() {
        String upload = upload(content(2 * CHUNK + 5)).path("id");
        String asset = Callers.register(withAttachments("Tampered", upload, SHARED));
        Database.tamper(
                "update attachment_chunk set content = set_byte(content, 20, get_byte(content, 20) # 1)"
                        + " where seq = 1 and attachment = ?",
                UUID.fromString(upload));

        Response refused = Released.release(xbbAnalyst(), asset, Released.DEFENCE);

        refused.then().statusCode(500);
        assertThat(Events.await("org.entente.catalog.integrity.violated.v1", asset))
                .isNotEmpty();
    }

    @Test
    void handsOutNoPackageOnceTheAttachmentIsRedacted() {
        String asset =
                Callers.register(withAttachments("Redacted", upload(content(10)).path("id"), SHARED));
        String release = Released.toXbb(asset);
        Remarkings.redact(asset, portion(asset));

        Response fetched = Released.fetch(xbbAnalyst(), release);

        fetched.then().statusCode(403);
    }

    @Test
    void breaksOffWhereItIsWithdrawnMeanwhile() throws Exception {
        byte[] content = content(9_999_999);
        String asset = Callers.register(withAttachments("Cut", upload(content).path("id"), SHARED));
        String release = Released.toXbb(asset);

        try (SlowDownload download = SlowDownload.begin("/catalog/releases/" + release + "/package")) {
            Remarkings.withdraw(asset);

            assertThat(download.rest()).isLessThan(content.length);
        }
    }

    @Test
    void saysInTheProvenanceWhoHoldsIt() {
        String asset =
                Callers.register(withAttachments("Custody", upload(content(10)).path("id"), SHARED));
        String release = Released.toXbb(asset);
        Released.fetch(xbbAnalyst(), release).then().statusCode(200);
        Released.fetch(xbbAnalyst(), release).then().statusCode(200);

        Response provenance =
                originator().queryParam("direction", "derived").get("/catalog/assets/{id}/provenance", asset);

        assertThat(provenance.asString())
                .contains("entente:assets/" + asset + "/copies/" + release, "entente:nations/XBB", "entente:custodian");
    }

    @Test
    void isNoCopyInTheProvenanceBeforeItIsFetched() {
        String asset = Callers.register(Bundles.registration("Made only"));
        String release = Released.toXbb(asset);

        Response provenance =
                originator().queryParam("direction", "derived").get("/catalog/assets/{id}/provenance", asset);

        assertThat(provenance.asString()).doesNotContain(release);
    }

    private static JsonNode find(JsonNode list, String member, String value) {
        for (JsonNode entry : list) {
            if (entry.path(member).asText().equals(value)) {
                return entry;
            }
        }
        throw new AssertionError(value + " is not in " + list);
    }
}
