package org.entente.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyChainTest {

    private static final String NAME = "xaa.example/log";
    private static final SigningKey FIRST = SigningKey.parse(NAME, SigningKey.generate());
    private static final SigningKey SECOND = SigningKey.parse(NAME, SigningKey.generate());
    private static final SigningKey THIRD = SigningKey.parse(NAME, SigningKey.generate());
    private static final List<Handover> BOTH =
            List.of(Handover.sign(FIRST, SECOND, 10), Handover.sign(SECOND, THIRD, 20));

    @Test
    void theKeyInChargeSignsFromItsFirstTreeOn() {
        KeyChain chain = KeyChain.of(FIRST.verifierKey(), BOTH);

        assertThat(chain.verify(signed(9, FIRST))).isEqualTo(Verdict.verified());
        assertThat(chain.verify(signed(10, SECOND))).isEqualTo(Verdict.verified());
        assertThat(chain.verify(signed(19, SECOND))).isEqualTo(Verdict.verified());
        assertThat(chain.verify(signed(20, THIRD))).isEqualTo(Verdict.verified());
        assertThat(chain.verify(signed(10, FIRST))).isEqualTo(Verdict.refused(Reason.KEY_UNKNOWN));
        assertThat(chain.verify(signed(9, SECOND))).isEqualTo(Verdict.refused(Reason.KEY_UNKNOWN));
        assertThat(chain.last()).isEqualTo(THIRD.verifierKey());
    }

    @Test
    void whileBothSignBothAreBelieved() {
        SignedCheckpoint both = SignedCheckpoint.sign(new Checkpoint(NAME, 10, Hash.EMPTY_TREE), SECOND, FIRST);

        assertThat(both.verify(FIRST.verifierKey())).isEqualTo(Verdict.verified());
        assertThat(KeyChain.of(FIRST.verifierKey(), BOTH).verify(both)).isEqualTo(Verdict.verified());
    }

    @Test
    void whoTrustsALaterKeyNeedsNoEarlierOne() {
        KeyChain chain = KeyChain.of(SECOND.verifierKey(), BOTH);

        assertThat(chain.handovers()).containsExactly(BOTH.get(1));
        assertThat(chain.verify(signed(20, THIRD))).isEqualTo(Verdict.verified());
    }

    @Test
    void nobodyButTheKeyInChargeHandsOver() {
        Handover stolen = Handover.sign(THIRD, SigningKey.parse(NAME, SigningKey.generate()), 15);
        Handover backwards = Handover.sign(SECOND, THIRD, 10);

        assertThat(KeyChain.of(FIRST.verifierKey(), List.of(stolen)).last()).isEqualTo(FIRST.verifierKey());
        assertThat(KeyChain.of(FIRST.verifierKey(), List.of(BOTH.get(0), backwards))
                        .last())
                .isEqualTo(SECOND.verifierKey());
        assertThat(KeyChain.of(FIRST.verifierKey(), List.of(BOTH.get(1))).last())
                .isEqualTo(FIRST.verifierKey());
    }

    @Test
    void theNextKeyMustAgree() {
        Handover handover = BOTH.get(0);
        Note byOneAlone = Note.sign(handover.note().text(), FIRST);

        assertThat(new Handover(NAME, 10, SECOND.verifierKey(), byOneAlone).verify(FIRST.verifierKey()))
                .isEqualTo(Verdict.refused(Reason.KEY_UNKNOWN));
    }

    @Test
    void aHandoverIsNoCheckpointAndACheckpointNoHandover() {
        assertThatThrownBy(() -> SignedCheckpoint.parse(BOTH.get(0).note().toString()))
                .isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> Handover.parse(signed(3, FIRST).toString())).isInstanceOf(MalformedException.class);
    }

    @Test
    void notesAreReadOneAfterTheOther() {
        String notes = BOTH.get(0).note() + "\n" + BOTH.get(1).note();

        assertThat(KeyChain.parse(notes)).isEqualTo(BOTH);
        assertThat(KeyChain.parse("")).isEmpty();
        assertThatThrownBy(() -> KeyChain.parse("nonsense")).isInstanceOf(MalformedException.class);
    }

    @Test
    void theEntryIsCanonicalJson() {
        String entry = new String(BOTH.get(0).entry(), StandardCharsets.UTF_8);

        assertThat(entry)
                .startsWith(
                        "{\"format\":\"entente-handover/1\",\"note\":\"entente-handover/1\\nxaa.example/log\\n10\\n");
        assertThat(CanonicalForm.of(Json.parse(entry))).isEqualTo(BOTH.get(0).entry());
    }

    @Test
    void aKeyHandsOverToAnotherOneOfItsName() {
        SigningKey renamed = SigningKey.parse("xbb.example/log", SigningKey.generate());

        assertThatThrownBy(() -> Handover.sign(FIRST, FIRST, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Handover.sign(FIRST, renamed, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Handover.sign(FIRST, SECOND, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static SignedCheckpoint signed(long size, SigningKey key) {
        return SignedCheckpoint.sign(new Checkpoint(NAME, size, Hash.EMPTY_TREE), key);
    }
}
