package org.entente.catalog;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Remarkings as two originators make them. */
final class Remarkings {
    private static final String HOME_ONLY =
            "{\"policy\": \"ALLIANCE\", \"classification\": \"SECRET\", \"categories\": [\"sensitive\"]}";

    private Remarkings() {}

    /** Keeps a portion at home from now on. */
    static void redact(String asset, String portion) {
        ObjectNode request = Bundles.JSON.createObjectNode().put("reason", "For the test.");
        ObjectNode change = request.putArray("changes").addObject();
        change.putArray("portions").add(portion);
        change.set("label", Bundles.read(HOME_ONLY));
        String remarking = Callers.originator()
                .body(request.toString())
                .post("/catalog/assets/{id}/remarkings", asset)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Callers.secondOriginator()
                .body("{\"reason\": \"For the test.\"}")
                .post("/catalog/assets/{id}/remarkings/{remarking}/approval", asset, remarking)
                .then()
                .statusCode(200);
    }

    /** Withdraws the asset as a whole. */
    static void withdraw(String asset) {
        Callers.originator()
                .body("{\"reason\": \"By mistake.\"}")
                .post("/catalog/assets/{id}/withdrawal", asset)
                .then()
                .statusCode(200);
    }

    /** Another version of the sample bundle, with another title. */
    static void supersede(String asset, ObjectNode registration) {
        Callers.originator()
                .body(registration.toString())
                .post("/catalog/assets/{id}/versions", asset)
                .then()
                .statusCode(201);
    }
}
