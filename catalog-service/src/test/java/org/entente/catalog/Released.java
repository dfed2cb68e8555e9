package org.entente.catalog;

import static org.entente.catalog.Callers.as;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.entente.embedded.testing.TestTokens;
import org.entente.release.Archive;
import org.entente.release.ReleaseKeys;
import org.entente.release.ReleasePackage;

/** Releases as their makers, recipients and auditors ask for them. */
final class Released {
    static final String DEFENCE = "{\"purpose\": \"cyber-defence\"}";

    private Released() {}

    static Response release(RequestSpecification caller, String asset, String body) {
        return caller.body(body).post("/catalog/assets/" + asset + "/releases");
    }

    /** The identifier of a release that XBB's analyst asked for. */
    static String toXbb(String asset) {
        return release(Callers.xbbAnalyst(), asset, DEFENCE)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static Response fetch(RequestSpecification caller, String release) {
        return caller.get("/catalog/releases/" + release + "/package");
    }

    static Response trace(byte[] copy) {
        return as(Callers.home("xaa-auditor", "auditor"))
                .contentType(ContentType.TEXT)
                .body(copy)
                .post("/catalog/releases/trace");
    }

    static ReleaseKeys keys() {
        return ReleaseKeys.parse(RestAssured.get("/catalog/keys/releases").asString());
    }

    /** A request for a person of XBB, for whom the officer vouches. */
    static String forSomebody(String clearance) {
        return """
                {"purpose": "cyber-defence", "recipient": {"partner": "XBB", "person": "%s", "name": "xbb-analyst",
                  "nationalities": ["XBB"], "clearances": ["%s"]}}""".formatted(TestTokens.subject("xbb-analyst"), clearance);
    }

    static JsonNode bundle(byte[] archive) {
        return Bundles.read(new String(
                Archive.read(archive).getOrDefault(ReleasePackage.BUNDLE, new byte[0]), StandardCharsets.UTF_8));
    }

    static JsonNode manifest(byte[] archive) {
        String jws =
                new String(Archive.read(archive).getOrDefault("manifest.jws", new byte[0]), StandardCharsets.US_ASCII);
        return Bundles.read(new String(Base64.getUrlDecoder().decode(jws.split("\\.")[1]), StandardCharsets.UTF_8));
    }
}
