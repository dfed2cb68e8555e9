package org.entente.catalog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Tearlines as originators draft and approve them. */
final class Tearlines {
    static final String FOR_XBB = """
            {"audience": {"partner": "XBB", "purpose": "cyber-defence", "clearances": ["ALLIANCE:SECRET"]}}""";
    static final String FOR_XCC = """
            {"audience": {"partner": "XCC", "purpose": "cyber-defence", "clearances": ["ALLIANCE:CONFIDENTIAL"]}}""";

    private Tearlines() {}

    /** A draft for XBB of the portions that it does not see, with the suggested masks. */
    static ObjectNode draftFor(String audience, String nation) {
        ObjectNode draft = (ObjectNode) Bundles.read(audience);
        draft.set("label", Bundles.read("""
                {"policy": "ALLIANCE", "classification": "RESTRICTED", "releasableTo": ["%s"],
                 "categories": ["situational-awareness"]}""".formatted(nation)));
        return draft;
    }

    /** The same of one portion, with masks of one's own. */
    static ObjectNode draftOf(String portion, String masks) {
        ObjectNode draft = draftFor(FOR_XBB, "XBB");
        ObjectNode selection = draft.putArray("portions").addObject().put("portion", portion);
        selection.set("masks", Bundles.read(masks));
        return draft;
    }

    static String drafted(String asset, ObjectNode draft) {
        return Callers.originator()
                .body(draft.toString())
                .post("/catalog/assets/{id}/tearlines", asset)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static String approved(String asset, ObjectNode draft) {
        String tearline = drafted(asset, draft);
        decide(Callers.secondOriginator(), asset, tearline, "approval").then().statusCode(200);
        return tearline;
    }

    static Response decide(RequestSpecification caller, String asset, String tearline, String decision) {
        return caller.body("{\"reason\": \"For the test.\"}")
                .post("/catalog/assets/{id}/tearlines/{tearline}/{decision}", asset, tearline, decision);
    }

    static Response view(RequestSpecification caller, String asset) {
        return caller.body("{\"purpose\": \"cyber-defence\"}").post("/catalog/assets/{id}/views", asset);
    }
}
