package org.entente.audit.transparency;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Objects;
import org.entente.audit.ServiceTest;
import org.entente.embedded.testing.TestTokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TransparencyResourceTest extends ServiceTest {

    private static final String REPORTS = "/audit/transparency/reports";

    @Test
    void whoeverDraftsAgainGetsTheSameNoiseForTheSamePrice() {
        // given
        Response first = draft("2020-Q1", 201);

        // when
        Response again = draft("2020-Q1", 200);

        // then
        assertThat(again.jsonPath().getList("figures.figures"))
                .isEqualTo(first.jsonPath().getList("figures.figures"));
        assertThat(spent(2020)).isEqualTo(100_000L * Cell.values().length);
    }

    @Test
    void aDiscardedDraftGivesNothingBackAndNothingNew() {
        // given
        Response first = draft("2019-Q1", 201);
        move("2019-Q1", "discarding", auditor(), first.header("ETag")).then().statusCode(200);

        // when
        Response next = draft("2019-Q1", 201);

        // then
        assertThat(next.jsonPath().getInt("version")).isEqualTo(2);
        assertThat(next.jsonPath().getList("figures.figures"))
                .isEqualTo(first.jsonPath().getList("figures.figures"));
        assertThat(spent(2019)).isEqualTo(100_000L * Cell.values().length);
    }

    @Test
    void aSpentBudgetDrawsNothingMore() {
        // given
        String[] periods = {"2018-Q1", "2018-Q2", "2018-Q3", "2018-Q4", "2018"};
        for (String period : periods) {
            draft(period, 201);
        }
        move("2018-Q1", "publication", second(), "*").then().statusCode(200);

        // when
        Response refused = auditor()
                .contentType(ContentType.JSON)
                .body("{\"reason\": \"Count again\", \"recount\": true}")
                .post(REPORTS + "/2018-Q1/corrections");

        // then
        refused.then().statusCode(409).body("detail", containsString("budget of 2018 is spent"));
        assertThat(spent(2018)).isEqualTo(5 * 100_000L * Cell.values().length);
    }

    @Test
    void twoPersonsPublishAndEverybodyReads() {
        // given
        Response drafted = draft("2017-Q2", 201);
        given().get("/audit/transparency/2017-Q2").then().statusCode(404);
        move("2017-Q2", "publication", auditor(), drafted.header("ETag")).then().statusCode(403);

        // when
        move("2017-Q2", "publication", second(), drafted.header("ETag")).then().statusCode(200);

        // then
        List<Object> values = given().get("/audit/transparency/2017-Q2")
                .then()
                .statusCode(200)
                .body("version", equalTo(1))
                .body("figures.figures", hasSize(Cell.values().length))
                .body("figures.parameters.partnerBound", equalTo(100))
                .body("figures.parameters.epsilonPerCellMillionths", equalTo(100_000))
                .body("draftedBy", nullValue())
                .extract()
                .path("figures.figures.value");
        String page = given().accept("text/html")
                .get("/audit/transparency/2017-Q2")
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .body(containsString("Canonne"))
                .body(not(containsString("xaa-auditor")))
                .extract()
                .asString();
        // Which figures those are is up to the noise.
        long shown = values.stream().filter(Objects::nonNull).count();
        assertThat(page.split("<td>fewer than 50</td>", -1)).hasSize(1 + Cell.values().length - (int) shown);
        given().accept("text/html")
                .get("/audit/transparency")
                .then()
                .statusCode(200)
                .body(containsString("2017-Q2"));
    }

    @Test
    void aCorrectionStandsBesideWhatItCorrects() {
        // given
        draft("2016-Q3", 201);
        move("2016-Q3", "publication", second(), "*").then().statusCode(200);
        auditor()
                .contentType(ContentType.JSON)
                .body("{\"reason\": \"A wrong word in the foreword\"}")
                .post(REPORTS + "/2016-Q3/corrections")
                .then()
                .statusCode(201);

        // when
        move("2016-Q3", "publication", second(), "*").then().statusCode(200);

        // then
        given().get("/audit/transparency/2016-Q3")
                .then()
                .body("version", equalTo(2))
                .body("correctedBy", nullValue());
        given().get("/audit/transparency/2016-Q3/versions/1")
                .then()
                .statusCode(200)
                .body("correctedBy", equalTo(2));
        assertThat(spent(2016)).isEqualTo(100_000L * Cell.values().length);
        auditor()
                .contentType(ContentType.JSON)
                .body("{\"period\": \"2016-Q3\"}")
                .post(REPORTS)
                .then()
                .statusCode(409);
    }

    @Test
    void draftsAreForHomeAuditorsAndPeriodsForThePast() {
        for (RequestSpecification other : new RequestSpecification[] {
            partner("XBB"), as(home("auditor").partner("XBB")), as(home("liaison-officer"))
        }) {
            other.contentType(ContentType.JSON)
                    .body("{\"period\": \"2015-Q1\"}")
                    .post(REPORTS)
                    .then()
                    .statusCode(403);
        }
        partner("XBB").get(REPORTS).then().statusCode(403);
        given().get(REPORTS).then().statusCode(401);
        auditor()
                .contentType(ContentType.JSON)
                .body("{\"period\": \"2998-Q1\"}")
                .post(REPORTS)
                .then()
                .statusCode(422)
                .body("field", equalTo("/period"));
        auditor()
                .contentType(ContentType.JSON)
                .body("{\"period\": \"soon\"}")
                .post(REPORTS)
                .then()
                .statusCode(400);
        move("2015-Q4", "publication", second(), "*").then().statusCode(404);
    }

    private static Response draft(String period, int status) {
        return auditor()
                .contentType(ContentType.JSON)
                .body("{\"period\": \"" + period + "\"}")
                .post(REPORTS)
                .then()
                .statusCode(status)
                .extract()
                .response();
    }

    private static Response move(String period, String move, RequestSpecification by, String tag) {
        return by.contentType(ContentType.JSON).header("If-Match", tag).post(REPORTS + "/" + period + "/" + move);
    }

    private static RequestSpecification second() {
        return as(TestTokens.token("xaa-auditor-2").roles("auditor").audience("audit-service"));
    }

    private static long spent(int year) {
        return auditor().get(REPORTS).jsonPath().getLong("budgets.find { it.year == " + year + " }.spentMillionths");
    }
}
