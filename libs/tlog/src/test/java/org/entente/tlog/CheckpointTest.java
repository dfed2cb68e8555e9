package org.entente.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CheckpointTest {

    private static final String ROOT = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";
    private static final SigningKey KEY = SigningKey.parse("xaa.example/log", SigningKey.generate());

    @Test
    void isWrittenAsTheSpecificationsExample() {
        Checkpoint checkpoint = new Checkpoint("example.com/behind-the-sofa", 20852163, Hash.parse(ROOT));

        assertThat(checkpoint.text()).isEqualTo("example.com/behind-the-sofa\n20852163\n" + ROOT + "\n");
        assertThat(Checkpoint.parse(checkpoint.text())).isEqualTo(checkpoint);
    }

    @Test
    void keepsExtensionLines() {
        Checkpoint checkpoint = new Checkpoint("o", 0, Hash.EMPTY_TREE, List.of("one", "two"));

        assertThat(Checkpoint.parse(checkpoint.text())).isEqualTo(checkpoint);
    }

    @Test
    void everyFlippedBitIsRefused() {
        String signed = SignedCheckpoint.sign(new Checkpoint(KEY.name(), 7, Hash.parse(ROOT)), KEY)
                .toString();

        assertThat(isVerified(signed)).isTrue();
        for (String changed : Mutations.of(signed)) {
            assertThat(isVerified(changed)).as(changed).isFalse();
        }
    }

    @Test
    void isOnlyOfTheLogThatTheKeyNames() {
        SignedCheckpoint signed = SignedCheckpoint.sign(new Checkpoint("other.example/log", 7, Hash.parse(ROOT)), KEY);

        assertThat(signed.verify(KEY.verifierKey())).isEqualTo(Verdict.refused(Reason.ORIGIN_DIFFERS));
    }

    @Test
    void whatIsNotACheckpointIsMalformed() {
        for (String malformed : List.of(
                "",
                "o\n1\n",
                "o\n1\n" + ROOT,
                "\n1\n" + ROOT + "\n",
                "o\n01\n" + ROOT + "\n",
                "o\n-1\n" + ROOT + "\n",
                "o\n+1\n" + ROOT + "\n",
                "o\n9223372036854775808\n" + ROOT + "\n",
                "o\n1\n" + ROOT.replace("I=", "J=") + "\n",
                "o\n1\n" + ROOT.replace("=", "") + "\n",
                "o\n1\nAAAA\n",
                "o\n1\n" + ROOT + "\n\n",
                "o\n1\n" + ROOT + "\n\nextension\n")) {
            assertThatThrownBy(() -> Checkpoint.parse(malformed)).as(malformed).isInstanceOf(MalformedException.class);
        }
    }

    private static boolean isVerified(String signed) {
        try {
            return SignedCheckpoint.parse(signed).verify(KEY.verifierKey()).isVerified();
        } catch (MalformedException e) {
            return false;
        }
    }
}
