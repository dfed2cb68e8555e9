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
        /** Masks on fields of the indicator. */
        MASKING_FIELDS,
        /** A mask that nobody understands. */
        MASKING_UNKNOWN,
        /** What is shown may not be handed over. */
        WITHOUT_DOWNLOADS,
        TRUNCATED,
        TEXT_FOR_BOOLEAN,
        /** Permits nobody anything. */
        SUSPENDED,
        /** Shows and hands over to nobody who has not logged in by hardware, lately. */
        HARDWARE_ONLY,
        /** Lets nobody even discover who has not. */
        HIDDEN_WITHOUT_HARDWARE,
        /** Decisions on discovery are valid for a moment. */
        BRIEF,
        /** Decisions on discovery are good once. */
        ONCE,
        /** Disclosures are not recorded. */
        UNRECORDED,
        /** Disclosures are recorded, and answered late. */
        RECORDED_LATE,
        /** Policy changes all the time. */
        OUTDATED,
        /** Answers are void when they arrive. */
        VOID,
        /** Answers do not say how long they hold. */
        UNBOUNDED
    }

    /** Of a system property: a partner and the assets that a grant of it names. */
    static final String NAMED = "entente.test.named";

    private AccessPeer() {}

    /** From now on a grant of the partner names these assets, and those only; a change of policy. */
    static void name(String partner, List<String> assets) {
        System.setProperty(NAMED, (partner + " " + String.join(" ", assets)).strip());
        behave(Mode.NORMAL);
    }

    /** What was said to be disclosed since the last call, and is on record. */
    static List<Map<String, Object>> disclosures() {
        return taken("/disclosures");
    }

    /** Changes how it behaves, which is a change of policy. */
    static void behave(Mode mode) {
        given().queryParam("mode", mode.name()).post(control("/mode")).then().statusCode(200);
    }

    /** The questions asked since the last call. */
    static List<Map<String, Object>> questions() {
        return taken("/questions");
    }

    private static List<Map<String, Object>> taken(String path) {
        return given().post(control(path))
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
