package org.entente.audit.log;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.entente.audit.ServiceTest;
import org.entente.tlog.EntryBundle;
import org.entente.tlog.Handover;
import org.entente.tlog.KeyChain;
import org.entente.tlog.SignedCheckpoint;
import org.entente.tlog.SigningKey;
import org.entente.tlog.Tile;
import org.entente.tlog.Verdict;
import org.entente.tlog.VerifierKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HandoverResourceTest extends GrowingLogTest {

    private LogKeys last;

    /** Back to the service's own key: the chain only gets longer. */
    @AfterEach
    void handBack() throws Exception {
        if (last != null) {
            start.check(new LogKeys(keys.current(), Optional.of(last.current())));
        }
        awaitQuiet();
    }

    @Test
    void aNewerKeyTakesOverAndWhoTrustsTheOldOneFollows() {
        grow(300);
        SignedCheckpoint before = checkpoint();
        VerifierKey trusted = chain().last();
        last = next();

        start.check(last);

        SignedCheckpoint after = checkpoint();
        KeyChain chain = KeyChain.of(trusted, handovers());
        assertThat(chain.last()).isEqualTo(last.current().verifierKey());
        assertThat(chain.verify(before)).isEqualTo(Verdict.verified());
        assertThat(chain.verify(after)).isEqualTo(Verdict.verified());
        assertThat(after.verify(trusted)).as("while both sign").isEqualTo(Verdict.verified());
        assertThat(audit(after.checkpoint().size()).verify(after.checkpoint())).isEqualTo(Verdict.verified());
        Handover handover = handovers().get(handovers().size() - 1);
        assertThat(handover.size()).isEqualTo(before.checkpoint().size() + 1);
        assertThat(Arrays.equals(entryAt(handover.size() - 1), handover.entry()))
                .isTrue();
    }

    @Test
    void aReplicaWithTheOldKeyAppendsNothingMoreAndNothingIsHandedOverTwice() {
        grow(1);
        last = next();
        start.check(last);
        long size = checkpoint().checkpoint().size();
        start.check(new LogKeys(last.current(), Optional.of(keys.current())));
        LogKeys withoutOverlap = new LogKeys(last.current(), Optional.empty());
        start.check(withoutOverlap);

        assertThat(checkpoint().checkpoint().size()).isEqualTo(size);
        assertThatThrownBy(() -> start.check(
                        new LogKeys(SigningKey.parse(keys.origin(), SigningKey.generate()), Optional.empty())))
                .hasMessageContaining("entente.log.key-file");
    }

    private LogKeys next() {
        SigningKey newer = SigningKey.parse(keys.origin(), SigningKey.generate());
        return new LogKeys(newer, Optional.of(keys.current()));
    }

    private KeyChain chain() {
        List<Handover> handovers = handovers();
        return KeyChain.of(keys.current().verifierKey(), handovers);
    }

    private static List<Handover> handovers() {
        byte[] body = given().get("/audit/log/handovers")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        return KeyChain.parse(new String(body, StandardCharsets.UTF_8));
    }

    private static byte[] entryAt(long index) {
        byte[] bundle = ServiceTest.tile(Tile.inTree(Tile.ENTRIES, index / Tile.FULL, index + 1));
        return EntryBundle.parse(bundle).entries().get((int) (index % Tile.FULL));
    }
}
