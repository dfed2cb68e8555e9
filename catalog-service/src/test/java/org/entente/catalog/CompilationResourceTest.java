package org.entente.catalog;

import static org.entente.catalog.Callers.xbbAnalyst;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A whole that tells more than its parts: marked more strictly for a stated reason, never more loosely (DESIGN section 4). */
@QuarkusTest
class CompilationResourceTest {

    @Test
    void marksACompilationMoreStrictlyForAReason() {
        banner("{'originator':'XAA','labels':[" + label("RESTRICTED", "'XBB'") + ","
                        + label("RESTRICTED", "'XBB','XCC'") + "],'compilation':{'banner':" + label("SECRET", "'XBB'")
                        + ",'reason':'They show a pattern.'}}")
                .statusCode(200)
                .body("banner.classification", equalTo("SECRET"))
                .body("reasons[1]", equalTo("By compilation: They show a pattern."));
    }

    static Stream<Arguments> badCompilations() {
        return Stream.of(
                Arguments.of("/compilation/banner/classification", label("UNCLASSIFIED", "'XBB'"), "'why'"),
                Arguments.of("/compilation/banner/releasableTo", label("SECRET", "'XBB','XCC'"), "'why'"),
                Arguments.of("/compilation/banner/classification", label("COSMIC", "'XBB'"), "'why'"),
                Arguments.of("/compilation/banner", "null", "'why'"),
                Arguments.of("/compilation/reason", label("SECRET", "'XBB'"), "null"),
                Arguments.of("/compilation/reason", label("SECRET", "'XBB'"), "' '"));
    }

    @ParameterizedTest
    @MethodSource("badCompilations")
    void neverMarksACompilationMoreLooselyOrWithoutReason(String field, String banner, String reason) {
        banner("{'originator':'XAA','labels':[" + label("RESTRICTED", "'XBB'") + "],'compilation':{'banner':" + banner
                        + ",'reason':" + reason + "}}")
                .statusCode(400)
                .body("field", equalTo(field));
    }

    private static ValidatableResponse banner(String request) {
        return xbbAnalyst().body(json(request)).post("/catalog/labels/banner").then();
    }

    private static String label(String classification, String releasableTo) {
        return "{'policy':'ALLIANCE','classification':'" + classification + "','releasableTo':[" + releasableTo
                + "],'categories':['sensitive']}";
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
