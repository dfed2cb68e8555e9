package org.entente.audit.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.entente.tlog.Checkpoint;
import org.entente.tlog.Hash;
import org.entente.tlog.KeyChain;
import org.entente.tlog.SignedCheckpoint;
import org.entente.tlog.SigningKey;
import org.entente.tlog.WitnessRequest;
import org.junit.jupiter.api.Test;

class JudgeTest {

    private static final SigningKey KEY = SigningKey.parse("xbb.example/log", SigningKey.generate());
    private static final List<KeyChain> TRUSTED = List.of(KeyChain.of(KEY.verifierKey()));
    private static final List<Hash> LEAVES = IntStream.range(0, 2)
            .mapToObj(i -> Hash.leaf(Integer.toString(i).getBytes(StandardCharsets.UTF_8)))
            .toList();
    private static final Hash ONE = LEAVES.get(0);
    private static final Hash TWO = Hash.node(LEAVES.get(0), LEAVES.get(1));
    private static final Hash OTHER = Hash.leaf(new byte[] {9});
    private static final Judge.Latest AT_ONE = new Judge.Latest(1, ONE);

    @Test
    void aTreeThatHasGrownIsCosigned() {
        assertThat(judge(request(1, 2, TWO, LEAVES.get(1)), AT_ONE)).isInstanceOf(Answer.Cosign.class);
        assertThat(judge(request(0, 2, TWO), Judge.Latest.NONE)).isInstanceOf(Answer.Cosign.class);
        assertThat(judge(request(1, 1, ONE), AT_ONE)).isInstanceOf(Answer.Cosign.class);
        assertThat(judge(request(0, 0, Hash.EMPTY_TREE), Judge.Latest.NONE)).isInstanceOf(Answer.Cosign.class);
    }

    @Test
    void aLogThatIsNotWatchedIsUnknown() {
        assertThat(Judge.judge(request(0, 1, ONE), List.of(), Judge.Latest.NONE))
                .isInstanceOf(Answer.UnknownLog.class);
    }

    @Test
    void aSignatureOfAnotherKeyIsNone() {
        SigningKey other = SigningKey.parse(KEY.name(), SigningKey.generate());
        WitnessRequest request =
                new WitnessRequest(0, List.of(), SignedCheckpoint.sign(new Checkpoint(KEY.name(), 1, ONE), other));

        assertThat(judge(request, Judge.Latest.NONE)).isInstanceOf(Answer.NotSigned.class);
    }

    @Test
    void aWrongSignatureUnderTheKeysNameIsRefusedAlsoBesideARightOne() {
        SignedCheckpoint right = SignedCheckpoint.sign(new Checkpoint(KEY.name(), 1, ONE), KEY);
        SignedCheckpoint ofAnother = SignedCheckpoint.sign(new Checkpoint(KEY.name(), 2, TWO), KEY);

        assertThat(judge(
                        new WitnessRequest(
                                0, List.of(), right.with(ofAnother.note().signatures())),
                        Judge.Latest.NONE))
                .isInstanceOf(Answer.NotSigned.class);
    }

    @Test
    void anOldSizeAboveTheNewOneIsNonsense() {
        assertThat(judge(request(2, 1, ONE), AT_ONE)).isInstanceOf(Answer.Nonsense.class);
    }

    @Test
    void whatStartsFromAnotherSizeIsToldTheRightOne() {
        assertThat(judge(request(0, 2, TWO), AT_ONE)).isEqualTo(new Answer.OtherSize(1));
        assertThat(judge(request(2, 2, TWO), AT_ONE)).isEqualTo(new Answer.OtherSize(1));
    }

    @Test
    void aTreeThatDidNotGrowOutOfTheLastOneIsRefused() {
        assertThat(judge(request(1, 2, OTHER, LEAVES.get(1)), AT_ONE)).isInstanceOf(Answer.NotGrown.class);
        assertThat(judge(request(1, 2, TWO, OTHER), AT_ONE)).isInstanceOf(Answer.NotGrown.class);
        assertThat(judge(request(1, 2, TWO), AT_ONE)).isInstanceOf(Answer.NotGrown.class);
        assertThat(judge(request(0, 1, ONE, OTHER), Judge.Latest.NONE)).isInstanceOf(Answer.NotGrown.class);
        assertThat(judge(request(0, 0, ONE), Judge.Latest.NONE)).isInstanceOf(Answer.NotGrown.class);
    }

    @Test
    void twoTreesOfOneSizeAreASplitView() {
        assertThat(judge(request(1, 1, OTHER), AT_ONE)).isInstanceOf(Answer.SplitView.class);
    }

    private static Answer judge(WitnessRequest request, Judge.Latest latest) {
        return Judge.judge(request, TRUSTED, latest);
    }

    private static WitnessRequest request(long oldSize, long size, Hash root, Hash... proof) {
        return new WitnessRequest(
                oldSize, List.of(proof), SignedCheckpoint.sign(new Checkpoint(KEY.name(), size, root), KEY));
    }
}
