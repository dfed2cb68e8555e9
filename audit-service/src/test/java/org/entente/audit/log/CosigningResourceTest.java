package org.entente.audit.log;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.entente.events.Event;
import org.entente.tlog.KeyChain;
import org.entente.tlog.Receipt;
import org.entente.tlog.SignedCheckpoint;
import org.entente.tlog.TrustPolicy;
import org.entente.tlog.Verdict;
import org.junit.jupiter.api.Test;

/** The log asks its witnesses, of which one never answers. */
@QuarkusTest
class CosigningResourceTest extends GrowingLogTest {

    @Inject
    TrustPolicy policy;

    @Test
    void aCheckpointIsCosignedByEnoughWitnessesThoughOneIsSilent() throws Exception {
        grow(3);
        long size = checkpoint().checkpoint().size();

        SignedCheckpoint cosigned = awaitCosigned(size);

        assertThat(trust().verify(cosigned)).isEqualTo(Verdict.verified());
        assertThat(policy.cosignedBy(cosigned)).containsExactly("ourselves");
    }

    @Test
    void aReceiptCarriesTheCosignatures() throws Exception {
        Event decision = decision("XBB");
        record(decision);
        awaitCosigned(checkpoint().checkpoint().size());

        String receipt = new String(
                partner("XBB")
                        .get("/audit/receipts/" + decision.id())
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray(),
                StandardCharsets.UTF_8);

        assertThat(Receipt.verify(receipt, trust())).isEqualTo(Verdict.verified());
    }

    private TrustPolicy trust() {
        return policy.forLog(KeyChain.of(keys.current().verifierKey()));
    }

    private static SignedCheckpoint awaitCosigned(long size) throws InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(deadline)) {
            var response = given().get("/audit/log/checkpoint/witnessed");
            if (response.statusCode() == 200) {
                SignedCheckpoint cosigned =
                        SignedCheckpoint.parse(new String(response.asByteArray(), StandardCharsets.UTF_8));
                if (cosigned.checkpoint().size() >= size) {
                    return cosigned;
                }
            }
            Thread.sleep(50);
        }
        throw new AssertionError("not cosigned in time");
    }
}
