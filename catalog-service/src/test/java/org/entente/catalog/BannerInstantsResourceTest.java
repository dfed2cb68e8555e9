package org.entente.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.catalog.Callers.policyAdministrator;
import static org.entente.catalog.Callers.xbbAnalyst;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The instant of a banner, in every form of RFC 3339, and the memberships of its day (DESIGN section 10). */
@QuarkusTest
class BannerInstantsResourceTest {

    /** Groups by which members come and go on the days that the instants are about. */
    @BeforeEach
    void publishGroups() {
        String policy = "{'name':'WIRE','levels':[{'name':'OPEN','is':'UNCLASSIFIED'},{'name':'SHUT','is':'SECRET'}],"
                + "'groups':[{'code':'DATED','members':[{'code':'XBB','from':'2026-06-01','until':'2026-06-02'}]},"
                + "{'code':'AB1','members':[{'code':'XCC'}]},"
                + "{'code':'LEAP','members':[{'code':'XBB','until':'2017-01-01'}]},"
                + "{'code':'ETERNAL','members':[{'code':'XBB','until':'9999-12-31'}]}]}";
        int status = policyAdministrator()
                .body(json(policy))
                .put("/catalog/marking-policies/WIRE")
                .statusCode();
        assertThat(status).isIn(200, 201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-06-01T00:00:00Z",
                "2026-06-01t00:00:00z",
                "2026-06-01T00:00:00-00:00",
                "2026-06-01T23:59:59.999999999Z",
                "2026-06-01T23:59:59.99999999999999999Z",
                "2026-06-02T01:59:59+02:00",
                "2026-06-02T23:58:59+23:59",
                "2026-05-31T00:01:00-23:59"
            })
    void membersAreThoseOfTheInstantsDayInUtc(String instant) {
        Response answer = banner(expanding("DATED", instant));

        answer.then().statusCode(200).body("banner.releasableTo", contains("XAA", "XBB"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-05-31T23:59:59.999999999Z",
                "2026-06-02T00:00:00Z",
                "2026-06-01T00:00:00+00:01",
                "2026-06-01T23:59:59-00:01",
                "0000-01-01T00:00:00Z",
                "9999-12-31T23:59:59-23:59"
            })
    void membersAreGoneOnOtherDays(String instant) {
        Response answer = banner(expanding("DATED", instant));

        answer.then().statusCode(200).body("banner.releasableTo", contains("XAA"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2016-12-31T23:59:60Z", "2016-12-31T15:59:60.5-08:00"})
    void aLeapSecondBelongsToTheDayThatItEnds(String instant) {
        Response answer = banner(expanding("LEAP", instant));

        answer.then().statusCode(200).body("banner.releasableTo", contains("XAA", "XBB"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-06-01",
                "2026-06-01T00:00:00",
                "2026-06-01T00:00Z",
                "2026-06-01 00:00:00Z",
                "2026-06-01T24:00:00Z",
                "2026-06-01T12:00:60Z",
                "2026-06-01T00:00:61Z",
                "2026-02-29T00:00:00Z",
                "2026-06-01T00:00:00.Z",
                "2026-06-01T00:00:00+0200",
                "2026-06-01T00:00:00+24:00",
                "2026-06-01T00:00:00+02:60",
                "+12026-06-01T00:00:00Z",
                "26-06-01T00:00:00Z",
                " 2026-06-01T00:00:00Z",
                "1748736000",
                "now",
                ""
            })
    void whatIsNoInstantIsRefused(String instant) {
        Response answer = banner(expanding("DATED", instant));

        answer.then().statusCode(400).body("field", equalTo("/instant"));
    }

    private static String expanding(String group, String instant) {
        return "{'originator':'XAA','instant':'" + instant + "','labels':[{'policy':'WIRE','classification':'OPEN',"
                + "'releasableTo':['" + group + "']}]}";
    }

    private static Response banner(String request) {
        return xbbAnalyst().body(json(request)).post("/catalog/labels/banner");
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
