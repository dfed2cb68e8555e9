package org.entente.catalog;

import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Whole lists, page by page. */
final class Listed {
    private static final int LIMIT = 200;

    private Listed() {}

    static List<String> everything(Supplier<RequestSpecification> caller) {
        return pages(caller, LIMIT);
    }

    /** The identifiers of all assets on all pages of that size. */
    static List<String> pages(Supplier<RequestSpecification> caller, int limit) {
        List<String> listed = new ArrayList<>();
        String next = null;
        do {
            RequestSpecification request = caller.get().queryParam("limit", limit);
            JsonPath page = (next == null ? request : request.queryParam("cursor", next))
                    .get("/catalog/assets")
                    .jsonPath();
            listed.addAll(page.getList("assets.id"));
            next = page.getString("next");
        } while (next != null);
        return listed;
    }
}
