package org.entente.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.catalog.Callers.xbbAnalyst;
import static org.entente.catalog.Callers.xccAnalyst;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.entente.release.Archive;
import org.entente.release.ReleasePackage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReleaseMaskingResourceTest {

    @AfterEach
    void restore() {
        AccessPeer.behave(AccessPeer.Mode.NORMAL);
        Masks.restore();
    }

    @Test
    void goesBehindTheMasksThatTheDecisionObligesTo() throws Exception {
        String asset = Callers.register(Bundles.registration("Obliged"));
        AccessPeer.behave(AccessPeer.Mode.MASKING_FIELDS);

        byte[] archive = Released.fetch(xbbAnalyst(), Released.toXbb(asset)).asByteArray();

        ReleasePackage.verify(archive, Released.keys()).requireRecipient("XBB");
        assertThat(text(archive)).contains("192.0.2.0/24").doesNotContain("192.0.2.10", Bundles.OPEN_INDICATOR);
    }

    @Test
    void isNotMadeBehindAMaskThatNobodyUnderstands() {
        String asset = Callers.register(Bundles.registration("Not understood"));
        AccessPeer.behave(AccessPeer.Mode.MASKING_UNKNOWN);

        Response release = Released.release(xbbAnalyst(), asset, Released.DEFENCE);

        release.then().statusCode(503);
    }

    @Test
    void givesPartnersPseudonymsThatCannotBeLinked() {
        var registration = Bundles.registration("Pseudonyms");
        registration.set("defaultLabel", Taxii.label("situational-awareness", "XBB", "XCC"));
        String asset = Callers.register(registration);
        Masks.inForce(Masks.PSEUDONYMS);
        JsonNode toXbb = actor(released(Callers::xbbAnalyst, asset));

        JsonNode toXcc = actor(released(Callers::xccAnalyst, asset));

        assertThat(toXbb.toString()).contains("pseudonym-").doesNotContain("Sluice", Bundles.ACTOR);
        assertThat(toXcc.path("name").asText())
                .startsWith("pseudonym-")
                .isNotEqualTo(toXbb.path("name").asText());
        assertThat(toXcc.path("id")).isNotEqualTo(toXbb.path("id"));
        assertThat(actor(released(Callers::xbbAnalyst, asset))).isEqualTo(toXbb);
    }

    @Test
    void bindsWhatIsMadeBehindMasksToItsLabels() {
        String asset = Callers.register(Bundles.registration("Bound"));
        Masks.inForce(Masks.NETWORKS_ONLY);

        byte[] archive = Released.fetch(xbbAnalyst(), Released.toXbb(asset)).asByteArray();

        assertThat(Released.manifest(archive).path("binding"))
                .isNotEmpty()
                .allSatisfy(bound -> assertThat(bound.path("labels")).isNotEmpty());
    }

    @Test
    void masksDocumentsToo() {
        String asset = Callers.register(Documents.registration("Document"));
        Masks.inForce(Masks.rule("{}", "{'phrases': ['pumps'], 'mask': 'replace', 'with': 'machines'}"));

        byte[] archive = Released.fetch(xbbAnalyst(), Released.toXbb(asset)).asByteArray();

        assertThat(Archive.read(archive)).containsKey(ReleasePackage.DOCUMENT);
        assertThat(text(archive)).contains("machines").doesNotContain("pumps");
    }

    @Test
    void isNotHandedOverOnceItWouldBeMasked() {
        String release = Released.toXbb(Callers.register(Bundles.registration("Before the mask")));
        Masks.inForce(Masks.NETWORKS_ONLY);

        Response fetched = Released.fetch(xbbAnalyst(), release);

        fetched.then().statusCode(403);
    }

    @Test
    void isNotHandedOverOnceAPortionIsRedacted() {
        String asset = Callers.register(Bundles.registration("Before the redaction"));
        String release = Released.toXbb(asset);
        Remarkings.redact(asset, Bundles.OPEN_INDICATOR);

        Response fetched = Released.fetch(xbbAnalyst(), release);

        fetched.then().statusCode(403);
        assertThat(text(Released.fetch(xbbAnalyst(), Released.toXbb(asset)).asByteArray()))
                .doesNotContain(Bundles.OPEN_INDICATOR);
    }

    @Test
    void isNotHandedOverOnceTheAssetIsWithdrawn() {
        String asset = Callers.register(Bundles.registration("Before the withdrawal"));
        String release = Released.toXbb(asset);
        Remarkings.withdraw(asset);

        Response fetched = Released.fetch(xbbAnalyst(), release);

        fetched.then().statusCode(404);
        Released.release(xbbAnalyst(), asset, Released.DEFENCE).then().statusCode(404);
    }

    @Test
    void isNotHandedOverOnceAnotherVersionTookItsPlace() {
        String asset = Callers.register(Bundles.registration("First"));
        String release = Released.toXbb(asset);
        Remarkings.supersede(asset, Bundles.registration("Second"));

        Response fetched = Released.fetch(xbbAnalyst(), release);

        fetched.then().statusCode(409);
    }

    @Test
    void isMadeOfTheTearlineWhereOnlyThatMayGo() throws Exception {
        String asset = Callers.register(Bundles.registration("Tearline"));
        Tearlines.approved(asset, Tearlines.draftFor(Tearlines.FOR_XCC, "XCC"));

        Response release = Released.release(xccAnalyst(), asset, Released.DEFENCE);

        release.then().statusCode(201);
        byte[] archive = Released.fetch(xccAnalyst(), release.path("id")).asByteArray();
        ReleasePackage.verify(archive, Released.keys()).requireRecipient("XCC");
        assertThat(Released.bundle(archive).path("objects")).hasSizeGreaterThan(1);
        assertThat(text(archive)).doesNotContain(Bundles.SECRET_WORDS, Bundles.MALWARE, Bundles.OPEN_INDICATOR);
    }

    @Test
    void isNotHandedOverOnceItsTearlineIsWithdrawn() {
        String asset = Callers.register(Bundles.registration("Tearline gone"));
        String tearline = Tearlines.approved(asset, Tearlines.draftFor(Tearlines.FOR_XBB, "XBB"));
        String release = Released.toXbb(asset);
        Released.fetch(xbbAnalyst(), release).then().statusCode(200);
        Tearlines.decide(Callers.originator(), asset, tearline, "withdrawal")
                .then()
                .body("state", equalTo("withdrawn"));

        Response fetched = Released.fetch(xbbAnalyst(), release);

        fetched.then().statusCode(403);
    }

    private static byte[] released(Supplier<RequestSpecification> caller, String asset) {
        String release = Released.release(caller.get(), asset, Released.DEFENCE).path("id");
        return Released.fetch(caller.get(), release).asByteArray();
    }

    private static JsonNode actor(byte[] archive) {
        for (JsonNode object : Released.bundle(archive).path("objects")) {
            if (object.path("type").asText().equals("threat-actor")) {
                return object;
            }
        }
        throw new AssertionError("There is no actor.");
    }

    private static String text(byte[] archive) {
        StringBuilder text = new StringBuilder();
        List.copyOf(Archive.read(archive).values())
                .forEach(file -> text.append(new String(file, StandardCharsets.UTF_8)));
        return text.append(Released.manifest(archive)).toString();
    }
}
