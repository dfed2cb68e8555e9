package org.entente.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.catalog.Callers.originator;
import static org.entente.catalog.Callers.xbbAnalyst;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.entente.catalog.provenance.Custody;
import org.entente.catalog.provenance.Custody.Copy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CustodyResourceTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Inject
    Custody custody;

    @Inject
    Pool pool;

    @BeforeEach
    void behave() {
        AccessPeer.behave(AccessPeer.Mode.NORMAL);
    }

    @Test
    void tellsTheHomeSideWhoHoldsACopy() {
        String asset = Callers.register(Bundles.registration("Handed over"));
        handOver(asset, "release-7");

        Response provenance =
                originator().queryParam("direction", "derived").get("/catalog/assets/{id}/provenance", asset);

        assertThat(provenance.asString())
                .contains("entente:assets/" + asset + "/copies/release-7", "entente:nations/XCC", "entente:custodian");
    }

    @Test
    void tellsNoPartnerWhoElseDoes() {
        String asset = Callers.register(Bundles.registration("Handed over"));
        handOver(asset, "release-8");

        Response provenance =
                xbbAnalyst().queryParam("direction", "derived").get("/catalog/assets/{id}/provenance", asset);

        provenance.then().statusCode(200);
        assertThat(provenance.asString()).doesNotContain("XCC").doesNotContain("release-8");
    }

    private void handOver(String asset, String name) {
        Copy copy = new Copy(UUID.fromString(asset), 1, name, "XCC", Instant.now(), "xaa-liaison@XAA");
        pool.withTransaction(transaction -> custody.handedOver(transaction, copy))
                .await()
                .atMost(PATIENCE);
    }
}
