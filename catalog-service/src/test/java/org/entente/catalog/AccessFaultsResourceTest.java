package org.entente.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.catalog.Callers.xbbAnalyst;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.entente.catalog.AccessPeer.Mode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
class AccessFaultsResourceTest {
    private static final String DEFENCE = "{\"purpose\": \"cyber-defence\"}";

    @BeforeEach
    void behave() {
        AccessPeer.behave(Mode.NORMAL);
        AccessPeer.questions();
    }

    @AfterEach
    void recover() {
        AccessPeer.behave(Mode.NORMAL);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {
                "NORMAL",
                "MASKING",
                "MASKING_FIELDS",
                "WITHOUT_DOWNLOADS",
                "SUSPENDED",
                "HARDWARE_ONLY",
                "HIDDEN_WITHOUT_HARDWARE",
                "BRIEF",
                "ONCE",
                "UNRECORDED",
                "RECORDED_LATE",
                "OUTDATED"
            })
    void answersNothingWithoutAClearDecision(Mode mode) {
        String asset = Callers.register(Bundles.registration("Protected title"));
        AccessPeer.behave(mode);

        Response view = view(asset);

        assertThat(view.statusCode()).isEqualTo(503);
        assertThat(view.contentType()).startsWith("application/problem+json");
        assertThat(view.asString()).doesNotContain("bundle").doesNotContain(Bundles.IDENTITY);
    }

    @ParameterizedTest
    @EnumSource(
            value = Mode.class,
            names = {"DOWN", "SLOW", "GARBAGE", "FAULT", "FOREIGN_PORTION", "VOID"})
    void listsNothingWithoutAClearDecision(Mode mode) {
        Callers.register(Bundles.registration("Protected title"));
        AccessPeer.behave(mode);

        Response list = xbbAnalyst().get("/catalog/assets");

        assertThat(list.statusCode()).isEqualTo(503);
        assertThat(list.asString()).doesNotContain("Protected title");
    }

    @Test
    void asksAQuestionThatArrivedOnlyOnce() {
        String asset = Callers.register(Bundles.registration("Asked once"));
        AccessPeer.behave(Mode.FAULT);

        view(asset);

        assertThat(AccessPeer.questions()).hasSize(1);
    }

    @Test
    void recoversByItself() {
        String asset = Callers.register(Bundles.registration("Back again"));
        AccessPeer.behave(Mode.DOWN);
        view(asset);
        AccessPeer.behave(Mode.NORMAL);

        Response view = view(asset);

        assertThat(view.statusCode()).isEqualTo(200);
    }

    @Test
    void withholdsWhatItWouldHaveToMask() {
        String asset = Callers.register(Bundles.registration("Masked"));
        AccessPeer.behave(Mode.MASKING);

        Response view = view(asset);

        assertThat(view.statusCode()).isEqualTo(200);
        assertThat(view.asString()).contains(Bundles.IDENTITY).doesNotContain(Bundles.OPEN_INDICATOR);
    }

    private static Response view(String asset) {
        return xbbAnalyst().body(DEFENCE).post("/catalog/assets/{id}/views", asset);
    }
}
