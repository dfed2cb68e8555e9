package org.entente.catalog;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;

/** The remote decision point as the tests steer and question it; it runs beside the service and speaks HTTP. */
final class AccessPeer {
    static final String CONTROL = "entente.testing.access.control";

    /** How the peer behaves. */
    enum Mode {
        NORMAL,
        DOWN,
        SLOW,
        GARBAGE,
        EMPTY_OBJECT,
        FAULT,
        REFUSAL,
        REDIRECT,
        WITHOUT_IDENTIFIER,
        WITHOUT_PORTIONS,
        FOREIGN_PORTION,
        UNKNOWN_OBLIGATION,
        MASKING,
        TRUNCATED,
        TEXT_FOR_BOOLEAN,
        VOID,
        UNBOUNDED
    }

    private AccessPeer() {}

    static void behave(Mode mode) {
        given().queryParam("mode", mode.name()).post(control("/mode")).then().statusCode(200);
    }

    /** The questions asked since the last call. */
    static List<Map<String, Object>> questions() {
        return given().post(control("/questions"))
                .then()
                .statusCode(200)
                .contentType(ContentType.JSON)
                .extract()
                .jsonPath()
                .getList("$");
    }

    private static String control(String path) {
        return System.getProperty(CONTROL) + path;
    }
}
