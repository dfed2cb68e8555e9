package org.entente.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.entente.catalog.Callers.xbbAnalyst;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.entente.release.Archive;
import org.entente.release.Reason;
import org.entente.release.RefusedPackageException;
import org.entente.release.ReleasePackage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReleaseResourceTest {

    @AfterEach
    void behaveAgain() {
        AccessPeer.behave(AccessPeer.Mode.NORMAL);
    }

    @Test
    void isMadeForWhoeverAsksAndMay() {
        String asset = Callers.register(Bundles.registration("Asked for"));

        Response release = Released.release(xbbAnalyst(), asset, Released.DEFENCE);

        release.then()
                .statusCode(201)
                .header("Location", endsWith("/catalog/releases/" + release.path("id")))
                .body("assetId", equalTo(asset))
                .body("version", equalTo(1))
                .body("recipient.partner", equalTo("XBB"))
                .body("recipient.name", equalTo("xbb-analyst"))
                .body("purpose", equalTo("cyber-defence"))
                .body("agreements", equalTo(List.of("a-1")))
                .body("obligations.type", equalTo(List.of("watermark")))
                .body("file.href", equalTo("/catalog/releases/" + release.path("id") + "/package"));
    }

    @Test
    void asksForTheActionRelease() {
        String asset = Callers.register(Bundles.registration("Action"));
        AccessPeer.questions();

        Released.release(xbbAnalyst(), asset, Released.DEFENCE);

        JsonNode question = Bundles.JSON.valueToTree(AccessPeer.questions().get(0));
        assertThat(question.at("/evaluations/0/action/name").asText()).isEqualTo("discover");
        assertThat(question.at("/evaluations/1/action/name").asText()).isEqualTo("release");
    }

    @Test
    void isAPackageThatVerifiesWithThePublicKeysAlone() throws Exception {
        String release = Released.toXbb(Callers.register(Bundles.registration("Verified")));

        Response fetched = Released.fetch(xbbAnalyst(), release);

        fetched.then().statusCode(200).header("Cache-Control", "no-store").contentType("application/zip");
        ReleasePackage found = ReleasePackage.verify(fetched.asByteArray(), Released.keys());
        found.requireRecipient("XBB");
        assertThat(found.manifest().release()).isEqualTo(release);
        assertThat(found.manifest().issuer()).isEqualTo("XAA");
        assertThat(found.manifest().agreements()).containsExactly("a-1");
        assertThat(entries(fetched.asByteArray())).containsExactly("manifest.jws", "content/bundle.json");
    }

    @Test
    void holdsExactlyWhatMayGo() {
        String release = Released.toXbb(Callers.register(Bundles.registration("Content")));

        byte[] archive = Released.fetch(xbbAnalyst(), release).asByteArray();

        JsonNode bundle = Released.bundle(archive);
        List<String> ids = new ArrayList<>();
        bundle.path("objects").forEach(object -> ids.add(object.path("id").asText()));
        assertThat(ids).containsAll(Bundles.SHOWN_TO_XBB).hasSize(Bundles.SHOWN_TO_XBB.size() + 1);
        assertThat(new String(archive, StandardCharsets.UTF_8))
                .doesNotContain(Bundles.SECRET_WORDS)
                .doesNotContain(Bundles.MALWARE)
                .doesNotContain(Bundles.RELATIONSHIP);
    }

    @Test
    void showsWhoseCopyItIs() {
        String release = Released.toXbb(Callers.register(Bundles.registration("Visible")));
        String number = xbbAnalyst().get("/catalog/releases/" + release).path("copyNumber");

        JsonNode bundle = Released.bundle(Released.fetch(xbbAnalyst(), release).asByteArray());

        List<String> notices = bundle.path("objects").findValuesAsText("content");
        assertThat(notices).hasSize(1);
        assertThat(notices.get(0)).contains("XBB", "xbb-analyst", "cyber-defence", number);
    }

    @Test
    void saysNothingOfOtherRecipients() {
        String asset = Callers.register(Bundles.registration("Others"));

        byte[] archive = Released.fetch(xbbAnalyst(), Released.toXbb(asset)).asByteArray();

        JsonNode labels = Released.manifest(archive).path("labels");
        assertThat(labels).isNotEmpty();
        labels.forEach(label -> assertThat(label.path("releasableTo"))
                .allMatch(nation -> List.of("XAA", "XBB", "*").contains(nation.asText())));
    }

    @Test
    void isRefusedOnceOneByteIsChanged() {
        String release = Released.toXbb(Callers.register(Bundles.registration("Changed")));
        Map<String, byte[]> files =
                Archive.read(Released.fetch(xbbAnalyst(), release).asByteArray());
        files.computeIfPresent(ReleasePackage.BUNDLE, (name, content) -> new String(content, StandardCharsets.UTF_8)
                .replace("192.0.2.10", "192.0.2.11")
                .getBytes(StandardCharsets.UTF_8));

        RefusedPackageException refusal = catchThrowableOfType(
                RefusedPackageException.class, () -> ReleasePackage.verify(Archive.write(files), Released.keys()));

        assertThat(refusal.reason()).isEqualTo(Reason.FILE_DIFFERS);
    }

    @Test
    void isOnRecordBeforeItIsAnswered() {
        String release = Released.toXbb(Callers.register(Bundles.registration("Recorded")));

        List<JsonNode> events = Events.await("org.entente.catalog.release.made.v1", release);

        assertThat(events).hasSize(1);
        assertThat(events.get(0).path("partner").asText()).isEqualTo("XBB");
        assertThat(events.get(0).path("actor").asText()).isEqualTo("xbb-analyst@XBB");
        assertThat(events.get(0).at("/data/manifestSha256").asText()).matches("[0-9a-f]{64}");
    }

    @Test
    void isOnRecordEachTimeItIsHandedOver() {
        String release = Released.toXbb(Callers.register(Bundles.registration("Handed over")));
        Released.fetch(xbbAnalyst(), release).then().statusCode(200);

        List<JsonNode> events = Events.await("org.entente.catalog.release.handed-over.v1", release);

        assertThat(events).hasSize(1);
        assertThat(events.get(0).at("/data/packageSha256").asText()).matches("[0-9a-f]{64}");
    }

    @Test
    void isNotHandedOverOnceItIsNotPermittedAnyMore() {
        String release = Released.toXbb(Callers.register(Bundles.registration("Withdrawn")));
        AccessPeer.behave(AccessPeer.Mode.SUSPENDED);

        Response fetched = Released.fetch(xbbAnalyst(), release);

        fetched.then().statusCode(404);
    }

    @Test
    void isNotMadeWhereDownloadsAreOff() {
        String asset = Callers.register(Bundles.registration("No download"));
        AccessPeer.behave(AccessPeer.Mode.WITHOUT_DOWNLOADS);

        Response release = Released.release(xbbAnalyst(), asset, Released.DEFENCE);

        release.then().statusCode(403).body("decisionId", notNullValue());
    }

    @Test
    void isDeniedForAnotherPurpose() {
        String asset = Callers.register(Bundles.registration("Purpose"));

        Response release = Released.release(xbbAnalyst(), asset, "{\"purpose\": \"disaster-relief\"}");

        release.then()
                .statusCode(403)
                .body("decisionId", notNullValue())
                .body("remedies.code", equalTo(List.of("no-grant")));
    }

    @Test
    void looksTheSameForWhatIsHiddenAndWhatIsNot() {
        String hidden = Callers.register(Bundles.hiddenRegistration("Hidden"));
        Response nothing = Released.release(xbbAnalyst(), UUID.randomUUID().toString(), Released.DEFENCE);

        Response release = Released.release(xbbAnalyst(), hidden, Released.DEFENCE);

        release.then().statusCode(404);
        assertThat(release.asByteArray()).isEqualTo(nothing.asByteArray());
    }

    @Test
    void answersNothingWithoutADecision() {
        String asset = Callers.register(Bundles.registration("Down"));
        AccessPeer.behave(AccessPeer.Mode.FAULT);

        Response release = Released.release(xbbAnalyst(), asset, Released.DEFENCE);

        release.then().statusCode(503);
    }

    @Test
    void isNotThereForAnotherPartner() {
        String release = Released.toXbb(Callers.register(Bundles.registration("Foreign")));

        Response fetched = Released.fetch(Callers.xccAnalyst(), release);

        fetched.then().statusCode(404);
        Callers.xccAnalyst().get("/catalog/releases/" + release).then().statusCode(404);
        Callers.xccAnalyst().get("/catalog/releases").then().body("releases.id", not(hasItem(release)));
    }

    @Test
    void isNotHandedToAColleague() {
        String release = Released.toXbb(Callers.register(Bundles.registration("Colleague")));

        Response fetched = Released.fetch(Callers.as(Callers.partner("xbb-other", "XBB")), release);

        fetched.then().statusCode(404);
    }

    @Test
    void isMadeForSomebodyForWhomAnOfficerVouches() {
        String asset = Callers.register(Bundles.registration("Vouched"));

        Response release = Released.release(Callers.liaison(), asset, Released.forSomebody("ALLIANCE:SECRET"));

        release.then().statusCode(201).body("recipient.vouchedBy", equalTo("xaa-liaison@XAA"));
        Released.fetch(Callers.liaison(), release.path("id")).then().statusCode(200);
        Released.fetch(xbbAnalyst(), release.path("id")).then().statusCode(200);
    }

    @Test
    void isMadeByNobodyElseAtHome() {
        String asset = Callers.register(Bundles.registration("Originator"));

        Response release = Released.release(Callers.originator(), asset, Released.forSomebody("ALLIANCE:SECRET"));

        release.then().statusCode(403);
    }

    @Test
    void isMadeOnceForOneKey() {
        String asset = Callers.register(Bundles.registration("Once"));
        String key = UUID.randomUUID().toString();
        String first = Released.release(xbbAnalyst().header("Idempotency-Key", key), asset, Released.DEFENCE)
                .path("id");

        Response again = Released.release(xbbAnalyst().header("Idempotency-Key", key), asset, Released.DEFENCE);

        again.then().statusCode(201).body("id", equalTo(first));
    }

    @Test
    void showsWhereTheKeptPackageWasChanged() {
        String release = Released.toXbb(Callers.register(Bundles.registration("Tampered")));
        Database.tamper(
                "update release set package = set_byte(package, 40, 255 - get_byte(package, 40)) where id = ?",
                UUID.fromString(release));

        Response fetched = Released.fetch(xbbAnalyst(), release);

        fetched.then().statusCode(500);
    }

    /** As any other program reads the archive. */
    private static List<String> entries(byte[] archive) throws Exception {
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }
}
