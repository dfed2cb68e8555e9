package org.entente.catalog;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.entente.embedded.testing.TestTokens;

/** TAXII clients, and what they exchange. */
final class Taxii {
    static final String MEDIA_TYPE = "application/taxii+json;version=2.1";
    static final String ROOT = "/taxii2/xbb-cyber-defence/";
    static final String AWARENESS = ROOT + "collections/situational-awareness/";

    private Taxii() {}

    static RequestSpecification xbb() {
        return client(Callers.xbb());
    }

    /** Another partner than the other tests': those count what XCC is shown. */
    static RequestSpecification xee() {
        return client(xeeToken());
    }

    static RequestSpecification xeeAnalyst() {
        return Callers.as(xeeToken());
    }

    private static TestTokens xeeToken() {
        return Callers.partner("xee-analyst", "XEE").clearances("ALLIANCE:CONFIDENTIAL");
    }

    static RequestSpecification client(TestTokens token) {
        return given().config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                                .encodeContentTypeAs(MEDIA_TYPE, ContentType.TEXT)))
                .auth()
                .oauth2(token.sign())
                .accept(MEDIA_TYPE);
    }

    static ObjectNode indicator(String value) {
        return sdo("indicator", "2026-01-01T00:00:00.000Z")
                .put("pattern", "[ipv4-addr:value = '" + value + "']")
                .put("pattern_type", "stix")
                .put("valid_from", "2026-01-01T00:00:00Z");
    }

    static ObjectNode sdo(String type, String modified) {
        return Bundles.JSON
                .createObjectNode()
                .put("type", type)
                .put("spec_version", "2.1")
                .put("id", type + "--" + UUID.randomUUID())
                .put("created", "2026-01-01T00:00:00.000Z")
                .put("modified", modified);
    }

    /** The same object in a later version. */
    static ObjectNode again(ObjectNode object, String modified) {
        return object.deepCopy().put("modified", modified);
    }

    /** A registration of objects under a label that is releasable to the nations. */
    static ObjectNode registration(List<ObjectNode> objects, String... nations) {
        ObjectNode registration = Bundles.JSON.createObjectNode().put("title", "For machines");
        registration.set("defaultLabel", label("situational-awareness", nations));
        ObjectNode bundle =
                registration.putObject("bundle").put("type", "bundle").put("id", "bundle--" + UUID.randomUUID());
        ArrayNode list = bundle.putArray("objects");
        objects.forEach(list::add);
        return registration;
    }

    static ObjectNode label(String category, String... nations) {
        ObjectNode label =
                Bundles.JSON.createObjectNode().put("policy", "ALLIANCE").put("classification", "RESTRICTED");
        label.putArray("categories").add(category);
        ArrayNode to = label.putArray("releasableTo");
        List.of(nations).forEach(to::add);
        return label;
    }

    static ObjectNode envelope(JsonNode... objects) {
        ObjectNode envelope = Bundles.JSON.createObjectNode();
        ArrayNode list = envelope.putArray("objects");
        List.of(objects).forEach(list::add);
        return envelope;
    }

    /** All pages of a list, one after the other. */
    static List<Response> pages(RequestSpecification client, String path, Map<String, ?> query) {
        List<Response> pages = new ArrayList<>();
        String next = null;
        do {
            RequestSpecification request = given().spec(client).queryParams(query);
            Response page = next == null
                    ? request.get(path)
                    : request.queryParam("next", next).get(path);
            page.then().statusCode(200);
            pages.add(page);
            next = page.path("next");
        } while (next != null);
        return pages;
    }

    static List<String> ids(List<Response> pages) {
        List<String> ids = new ArrayList<>();
        pages.forEach(page -> {
            List<String> shown = page.path("objects.id");
            ids.addAll(shown == null ? List.of() : shown);
        });
        return ids;
    }

    /** Contributes at the root of the client's own partner, XBB. */
    static Response contribute(RequestSpecification client, JsonNode... objects) {
        return contribute(client, "xbb", objects);
    }

    static Response contribute(RequestSpecification client, String partner, JsonNode... objects) {
        return client.contentType(MEDIA_TYPE)
                .body(envelope(objects).toString())
                .post("/taxii2/" + partner + "-cyber-defence/collections/situational-awareness/objects/");
    }

    /** What the home side has of an object. */
    static Response atHome(ObjectNode object) {
        return client(Callers.home("agency-app", "originator"))
                .get(
                        "/taxii2/xaa-cyber-defence/collections/situational-awareness/objects/{id}/",
                        object.path("id").asText());
    }

    /** A marking definition that carries a label. */
    static ObjectNode marking(String label) {
        ObjectNode marking = Bundles.JSON
                .createObjectNode()
                .put("type", "marking-definition")
                .put("spec_version", "2.1")
                .put("id", "marking-definition--" + UUID.randomUUID())
                .put("created", "2026-01-01T00:00:00.000Z");
        marking.putObject("extensions")
                .putObject("extension-definition--b6dd3a58-6a3b-4b2f-8f4d-3c2e1c1d7a90")
                .put("extension_type", "property-extension")
                .set("label", Bundles.read(label));
        return marking;
    }
}
