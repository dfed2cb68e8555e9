package org.entente.audit.log;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.entente.tlog.Checkpoint;
import org.entente.tlog.Hash;
import org.entente.tlog.SignedCheckpoint;
import org.entente.tlog.SigningKey;
import org.junit.jupiter.api.Test;

class RememberedTest {

    private static final String ORIGIN = "log.example/audit/log";
    private static final Hash ROOT = Hash.leaf(new byte[] {1});

    private final Remembered remembered = new Remembered(
            "a witness",
            SignedCheckpoint.sign(new Checkpoint(ORIGIN, 7, ROOT), SigningKey.parse(ORIGIN, SigningKey.generate())));

    @Test
    void whoLostTheWholeDatabaseStartsNoSecondLog() {
        assertThatThrownBy(() -> remembered.requireStored(0))
                .isInstanceOf(RolledBackException.class)
                .hasMessageContaining("has 0 entries, but a witness remembers a checkpoint of it with 7")
                .hasMessageContaining("another entente.log.origin");
    }

    @Test
    void oneEntryLessIsTooFew() {
        assertThatThrownBy(() -> remembered.requireStored(6)).isInstanceOf(RolledBackException.class);
    }

    @Test
    void whatHasGrownFromItPasses() {
        assertThatCode(() -> {
                    remembered.requireStored(7);
                    remembered.requireStored(8);
                    remembered.requireSame(ROOT);
                })
                .doesNotThrowAnyException();
    }

    @Test
    void anotherTreeOfItsSizeIsNotTheOneThatWasPublished() {
        assertThatThrownBy(() -> remembered.requireSame(Hash.EMPTY_TREE))
                .isInstanceOf(RolledBackException.class)
                .hasMessageContaining("not the one that was published");
    }
}
