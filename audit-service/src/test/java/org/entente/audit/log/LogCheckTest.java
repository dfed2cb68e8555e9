package org.entente.audit.log;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.entente.tlog.Checkpoint;
import org.entente.tlog.Hash;
import org.entente.tlog.SignedCheckpoint;
import org.entente.tlog.SigningKey;
import org.junit.jupiter.api.Test;

class LogCheckTest {

    private static final SigningKey KEY = SigningKey.parse("xaa.example/log", SigningKey.generate());
    private static final int SIZE = 300;
    private static final List<Hash> LEAVES = IntStream.range(0, SIZE)
            .mapToObj(i -> Hash.leaf(Integer.toString(i).getBytes(StandardCharsets.UTF_8)))
            .toList();
    private static final List<Hash> NEWEST = LEAVES.subList(256, SIZE);
    private static final GrowingTree TREE = GrowingTree.EMPTY.append(LEAVES).tree();
    private static final String SIGNED = sign(KEY.name(), TREE, KEY);
    private static final LogHead HEAD = new LogHead(SIZE, TREE.root(), SIGNED);

    @Test
    void whatBelongsTogetherPasses() {
        assertThatCode(() -> new LogCheck(HEAD, SIGNED, TREE, NEWEST, 1).pass(KEY.verifierKey()))
                .doesNotThrowAnyException();
    }

    @Test
    void anotherKeyIsRefusedByItsName() {
        SigningKey other = SigningKey.parse(KEY.name(), SigningKey.generate());

        refused(new LogCheck(HEAD, SIGNED, TREE, NEWEST, 1), other, "entente.log.key-file");
    }

    @Test
    void anotherOriginIsRefused() {
        SigningKey renamed = SigningKey.parse("xaa.example/other", SigningKey.generate());

        refused(new LogCheck(HEAD, sign("xaa.example/other", TREE, KEY), TREE, NEWEST, 1), KEY, "another log");
        refused(new LogCheck(HEAD, SIGNED, TREE, NEWEST, 1), renamed, "entente.log.origin");
    }

    @Test
    void anUnreadableCheckpointIsRefused() {
        refused(new LogCheck(HEAD, "nonsense", TREE, NEWEST, 1), KEY, "cannot be read");
    }

    @Test
    void aHeadOfAnotherTreeThanTheCheckpointIsRefused() {
        GrowingTree older = GrowingTree.EMPTY.append(LEAVES.subList(0, 299)).tree();

        refused(new LogCheck(HEAD, sign(KEY.name(), older, KEY), TREE, NEWEST, 1), KEY, "another tree");
    }

    @Test
    void tilesOfAnotherTreeAreRefused() {
        GrowingTree older = GrowingTree.EMPTY.append(LEAVES.subList(0, 299)).tree();

        refused(new LogCheck(HEAD, SIGNED, older, NEWEST, 1), KEY, "its tiles");
    }

    @Test
    void lostOrChangedRowsAreRefused() {
        refused(new LogCheck(HEAD, SIGNED, TREE, NEWEST, 0), KEY, "full tiles");
        refused(new LogCheck(HEAD, SIGNED, TREE, NEWEST.subList(0, 43), 1), KEY, "newest entries");
        refused(new LogCheck(HEAD, SIGNED, TREE, LEAVES.subList(255, 299), 1), KEY, "newest entries");
    }

    private static String sign(String origin, GrowingTree tree, SigningKey key) {
        return SignedCheckpoint.sign(new Checkpoint(origin, tree.size(), tree.root()), key)
                .toString();
    }

    private static void refused(LogCheck check, SigningKey key, String why) {
        assertThatThrownBy(() -> check.pass(key.verifierKey()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(why);
    }
}
