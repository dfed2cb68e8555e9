package org.entente.access.version;

import io.restassured.http.Method;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/**
 * What two do, both of whom have read the same.
 *
 * @param tag of what they have read
 * @param member by which it is told what became of it
 */
record Contest(String tag, Act one, Act other, String member) {
    Contest(String tag, Act one) {
        this(tag, one, one, "");
    }

    Contest against(Act another, String told) {
        return new Contest(tag, one, another, told);
    }

    /** Something that somebody does. */
    record Act(RequestSpecification by, Method method, String path, String body) {
        Response on(String tag) {
            return by.header("If-Match", tag).body(body).request(method, path);
        }
    }
}
