package org.entente.catalog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.entente.embedded.testing.TestTokens;

/** Data rooms as officers keep them and members use them. */
final class DataRooms {
    private DataRooms() {}

    /** Terms for XBB's analyst and one asset. */
    static ObjectNode terms(String asset) {
        ObjectNode terms = Bundles.JSON
                .createObjectNode()
                .put("name", "Reading <together>")
                .put("purpose", "cyber-defence")
                .put("until", "2099-01-01T00:00:00Z");
        terms.putArray("members")
                .addObject()
                .put("partner", "XBB")
                .put("person", TestTokens.subject("xbb-analyst"))
                .put("name", "xbb-analyst");
        terms.putArray("assets").add(asset);
        return terms;
    }

    static String open(ObjectNode terms) {
        return Callers.liaison()
                .body(terms.toString())
                .post("/catalog/data-rooms")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static Response change(String room, ObjectNode terms) {
        return Callers.liaison().body(terms.toString()).put("/catalog/data-rooms/" + room + "/terms");
    }

    static Response close(String room) {
        return Callers.liaison()
                .body("{\"reason\": \"The reading is over.\"}")
                .post("/catalog/data-rooms/" + room + "/closing");
    }

    static Response enter(RequestSpecification member, String room) {
        return member.post("/catalog/data-rooms/" + room + "/sessions");
    }

    /** A member with one token for all that they do. */
    record Reader(String token) {
        static Reader ofXbb() {
            return new Reader(Callers.xbb().sign());
        }

        RequestSpecification bearing() {
            return RestAssured.given().auth().oauth2(token).contentType(ContentType.JSON);
        }

        /** The path of the only asset in the room. */
        String entered(String room) {
            return enter(bearing(), room).then().statusCode(201).extract().path("assets[0].href");
        }

        Response read(String path) {
            return bearing().get(path);
        }
    }
}
