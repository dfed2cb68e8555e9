package org.entente.audit.examination;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.entente.audit.ServiceTest;
import org.entente.embedded.testing.TestTokens;
import org.entente.tlog.Draw;

/** Examinations as they are arranged and gone about. */
abstract class Examining extends ServiceTest {

    static final String ALL = "/audit/examinations";

    final byte[] nonce = new byte[Draw.NONCE_LENGTH];

    Examining() {
        new SecureRandom().nextBytes(nonce);
    }

    String invited(Instant opens, Duration time) {
        String id = propose(opens, time).jsonPath().getString("id");
        post(second(), id, "invitation", "", 200);
        return id;
    }

    static Response propose(Instant opens, Duration time) {
        return auditor()
                .contentType(ContentType.JSON)
                .body(
                        "{\"title\": \"Yearly\", \"examiner\": {\"name\": \"xcc-auditor\", \"nation\": \"XCC\"}, \"opens\": \""
                                + opens + "\", \"closes\": \"" + opens.plus(time) + "\", \"sample\": 3}")
                .post(ALL)
                .then()
                .statusCode(201)
                .extract()
                .response();
    }

    static Response post(RequestSpecification by, String id, String move, String body, int status) {
        return by.contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(body)
                .post(ALL + "/" + id + "/" + move)
                .then()
                .statusCode(status)
                .extract()
                .response();
    }

    static Response finding(RequestSpecification by, String id, String finding, String move, int version, int status) {
        return by.contentType(ContentType.JSON)
                .header("If-Match", "\"" + version + "\"")
                .body("{\"text\": \"As it is said.\"}")
                .post(ALL + "/" + id + "/findings/" + finding + "/" + move)
                .then()
                .statusCode(status)
                .extract()
                .response();
    }

    String text() {
        return Base64.getEncoder().encodeToString(nonce);
    }

    static RequestSpecification examiner() {
        return named("xcc-auditor", "XCC");
    }

    static RequestSpecification named(String name, String nation) {
        return as(TestTokens.token(name).partner(nation).roles("auditor").audience("audit-service"));
    }

    static RequestSpecification second() {
        return as(TestTokens.token("xaa-auditor-2").roles("auditor").audience("audit-service"));
    }
}
