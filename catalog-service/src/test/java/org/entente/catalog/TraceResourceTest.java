package org.entente.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.entente.release.Archive;
import org.entente.release.ReleasePackage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TraceResourceTest {
    private String release = "";
    private String bundle = "";

    @BeforeEach
    void releaseToTwo() {
        if (!release.isEmpty()) {
            return;
        }
        String asset = Callers.register(Bundles.many("Traced", 120));
        release = Released.toXbb(asset);
        Released.toXbb(asset);
        byte[] archive = Released.fetch(Callers.xbbAnalyst(), release).asByteArray();
        bundle = new String(
                Archive.read(archive).getOrDefault(ReleasePackage.BUNDLE, new byte[0]), StandardCharsets.UTF_8);
    }

    @Test
    void namesTheReleaseOfAWholeCopy() {
        Response trace = trace(bundle);

        trace.then()
                .statusCode(200)
                .body("named.release", equalTo(List.of(release)))
                .body("named[0].recipient.partner", equalTo("XBB"))
                .body("named[0].confidence", greaterThan(0.999f));
    }

    @Test
    void namesTheReleaseOfSomeLines() {
        String lines = Arrays.stream(bundle.split("\n"))
                .skip(30)
                .limit(40)
                .filter(line -> !line.contains("\"note\""))
                .collect(Collectors.joining("\n"));

        Response trace = trace(lines);

        trace.then().statusCode(200).body("named.release", equalTo(List.of(release)));
        assertThat(trace.<List<String>>path("named[0].evidence.mark")).doesNotContain("copy-number", "wrapper");
    }

    @Test
    void namesTheReleaseOfACopyWrittenAnew() throws Exception {
        ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        JsonNode objects =
                json.readTree(bundle.replace("\"note--", "\"report--")).path("objects");

        Response trace = trace(json.writeValueAsString(objects));

        trace.then().statusCode(200).body("named.release", equalTo(List.of(release)));
    }

    @Test
    void namesTheReleaseOfACopyCutOff() {
        String part = bundle.substring(bundle.length() / 3, bundle.length() - 50);

        Response trace = trace(part);

        trace.then().statusCode(200).body("named.release", equalTo(List.of(release)));
    }

    @Test
    void namesTheReleaseWhoseNumberIsShown() {
        String number = Callers.xbbAnalyst().get("/catalog/releases/" + release).path("copyNumber");

        Response trace = trace("A photograph of a page, on which it says: copy " + number.toLowerCase(Locale.ROOT));

        trace.then().statusCode(200).body("named.release", equalTo(List.of(release)));
    }

    @Test
    void namesNobodyForWhatWasNeverReleased() {
        Response trace = trace(Bundles.many("Clean", 120).path("bundle").toString());

        trace.then().statusCode(200).body("named", empty()).body("compared", greaterThan(1));
    }

    @Test
    void namesNobodyForCleanText() {
        Response trace = trace("It was a bright cold day in April, and the clocks didn't strike at all.");

        trace.then().statusCode(200).body("named", empty());
    }

    @Test
    void isOnRecord() {
        String sha256 = trace("Nothing of anyone's: " + release).path("sha256");

        List<JsonNode> events = Events.await("org.entente.catalog.release.traced.v1", sha256);

        assertThat(events).hasSize(1);
        assertThat(events.get(0).path("actor").asText()).isEqualTo("xaa-auditor@XAA");
    }

    @Test
    void isForNoPartner() {
        Response trace =
                Callers.xbbAnalyst().contentType(ContentType.TEXT).body(bundle).post("/catalog/releases/trace");

        trace.then().statusCode(403);
    }

    @Test
    void isForNoLiaisonOfficer() {
        Response trace =
                Callers.liaison().contentType(ContentType.TEXT).body(bundle).post("/catalog/releases/trace");

        trace.then().statusCode(403);
    }

    @Test
    void refusesAnEmptyCopy() {
        Response trace = trace("");

        trace.then().statusCode(400);
    }

    private static Response trace(String copy) {
        return Released.trace(copy.getBytes(StandardCharsets.UTF_8));
    }
}
