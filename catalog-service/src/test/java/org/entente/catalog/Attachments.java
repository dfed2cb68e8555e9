package org.entente.catalog;

import static org.entente.catalog.Callers.originator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;

/** Attachments as originators send them and readers ask for them. Chunks are of 65,536 bytes in tests. */
final class Attachments {
    static final int CHUNK = 65_536;
    static final String SHARED = """
            {"policy": "ALLIANCE", "classification": "SECRET", "releasableTo": ["XBB"], "categories": ["sensitive"]}""";
    static final String HOME_ONLY = """
            {"policy": "ALLIANCE", "classification": "SECRET", "categories": ["sensitive"]}""";

    private Attachments() {}

    static ObjectNode withAttachments(String title, String upload, String label) {
        return attach(Documents.registration(title), upload, label);
    }

    static ObjectNode attach(ObjectNode registration, String upload, String label) {
        registration
                .putArray("attachments")
                .addObject()
                .put("upload", upload)
                .put("name", "pump plan.pdf")
                .set("label", Bundles.read(label));
        return registration;
    }

    static Response register(ObjectNode registration) {
        return originator().body(registration.toString()).post("/catalog/assets");
    }

    static Response upload(byte[] content) {
        return post(content).then().statusCode(201).extract().response();
    }

    static Response post(byte[] content) {
        return originator().contentType("application/pdf").body(content).post("/catalog/attachments");
    }

    static Response read(RequestSpecification reader, String asset, String portion) {
        return reader.queryParam("purpose", "cyber-defence")
                .get("/catalog/assets/{id}/attachments/{portion}", asset, portion);
    }

    static String portion(String asset) {
        return Database.find("select id from portion where id like 'attachment:%' and asset = '" + asset + "'");
    }

    static byte[] content(int size) {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        return content;
    }

    static String sha256(byte[] content) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }
}
