package org.entente.catalog;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Looks for words, and writes them. */
final class Searching {
    private Searching() {}

    static Response search(RequestSpecification reader, String query) {
        return reader.queryParam("q", query)
                .queryParam("purpose", "cyber-defence")
                .get("/catalog/search");
    }

    static String document(String markdown) {
        return Callers.register(Documents.registration("A document", markdown));
    }
}
