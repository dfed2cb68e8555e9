package org.entente.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TrustPolicyTest {

    private static final SigningKey LOG = SigningKey.parse("xaa.example/log", SigningKey.generate());
    private static final List<Cosigner> WITNESSES = Stream.of("w1", "w2", "w3", "w4")
            .map(name -> Cosigner.parse(name + ".example", SigningKey.generate()))
            .toList();
    private static final SignedCheckpoint SIGNED =
            SignedCheckpoint.sign(new Checkpoint(LOG.name(), 3, Trees.rootOf(Trees.leaves(3))), LOG);
    private static final String KEYS = "# who is who\nlog " + LOG.verifierKey() + " https://xaa.example/log\n\n"
            + "witness\tX1 " + WITNESSES.get(0).verifierKey() + "\n  witness X2 "
            + WITNESSES.get(1).verifierKey() + "\nwitness X3 "
            + WITNESSES.get(2).verifierKey() + "\nwitness Y1 "
            + WITNESSES.get(3).verifierKey() + " https://y.example/witness\n";

    @Test
    void aQuorumOfGroupsIsCounted() {
        TrustPolicy policy =
                TrustPolicy.parse(KEYS + "group X 2 X1 X2 X3\ngroup Y any Y1\ngroup both all X Y\nquorum both\n");

        assertThat(policy.verify(cosigned(0, 1, 3))).isEqualTo(Verdict.verified());
        assertThat(policy.verify(cosigned(0, 1, 2, 3))).isEqualTo(Verdict.verified());
        assertThat(policy.verify(cosigned(0, 1, 2))).isEqualTo(Verdict.refused(Reason.QUORUM_MISSED));
        assertThat(policy.verify(cosigned(0, 3))).isEqualTo(Verdict.refused(Reason.QUORUM_MISSED));
        assertThat(policy.verify(SIGNED)).isEqualTo(Verdict.refused(Reason.QUORUM_MISSED));
    }

    @Test
    void oneWitnessTwiceIsOneWitness() {
        TrustPolicy policy = TrustPolicy.parse(KEYS + "group X 2 X1 X2 X3\nquorum X\n");

        assertThat(policy.verify(cosigned(0, 0))).isEqualTo(Verdict.refused(Reason.QUORUM_MISSED));
    }

    @Test
    void withoutAQuorumTheLogsSignatureIsNeeded() {
        TrustPolicy policy = TrustPolicy.parse(KEYS + "quorum none\n");
        SigningKey thief = SigningKey.parse(LOG.name(), SigningKey.generate());

        assertThat(policy.verify(SIGNED)).isEqualTo(Verdict.verified());
        assertThat(policy.verify(SignedCheckpoint.sign(SIGNED.checkpoint(), thief)))
                .isEqualTo(Verdict.refused(Reason.KEY_UNKNOWN));
    }

    @Test
    void addressesAreRead() {
        assertThat(TrustPolicy.parse(KEYS + "quorum X1\n").witnesses().get(3).url())
                .hasToString("https://y.example/witness");
    }

    @Test
    void whatIsNoPolicyIsRefusedAndTheLineNamed() {
        for (String wrong : List.of(
                "",
                "quorum X9\n",
                "quorum none\nquorum none\n",
                "group X 0 X1\nquorum X\n",
                "group X 2 X1\nquorum X\n",
                "group X any\nquorum X\n",
                "group X any X1 X1\nquorum X\n",
                "group X any X1\ngroup Z any X1\nquorum X\n",
                "group X any Z\ngroup Z any X1\nquorum X\n",
                "group none any X1\nquorum none\n",
                "group X1 any X2\nquorum X1\n",
                "group X any none\nquorum X\n",
                "witness again " + WITNESSES.get(0).verifierKey() + "\nquorum none\n",
                "witness log " + LOG.verifierKey() + "\nquorum none\n",
                "log " + LOG.verifierKey() + "\nquorum none\n",
                "nonsense\nquorum none\n",
                "quorum none\u0001\n")) {
            assertThatThrownBy(() -> TrustPolicy.parse(KEYS + wrong)).as(wrong).isInstanceOf(MalformedException.class);
        }
        assertThatThrownBy(() -> TrustPolicy.parse(KEYS + "quorum X9\n")).hasMessageContaining("line 8");
    }

    private static SignedCheckpoint cosigned(int... witnesses) {
        SignedCheckpoint cosigned = SIGNED;
        for (int witness : witnesses) {
            cosigned = cosigned.with(List.of(WITNESSES.get(witness).cosign(SIGNED, Instant.ofEpochSecond(1))));
        }
        return cosigned;
    }
}
