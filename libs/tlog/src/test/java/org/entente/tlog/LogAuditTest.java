package org.entente.tlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LogAuditTest {

    @Test
    void aSoundLogPassesAtEverySize() {
        for (int size : List.of(0, 1, 2, 255, 256, 257, 600)) {
            TiledTree tree = new TiledTree(size);
            Checkpoint checkpoint = new Checkpoint("o", size, Trees.rootOf(Trees.leaves(size)));

            assertThat(new LogAudit(size, tree::read).verify(checkpoint)).isEqualTo(Verdict.verified());
        }
    }

    @Test
    void aChangedByteAnywhereIsFound() {
        TiledTree tree = new TiledTree(600);
        Checkpoint checkpoint = new Checkpoint("o", 600, Trees.rootOf(Trees.leaves(600)));
        for (Map.Entry<Tile, byte[]> stored : tree.tiles().entrySet()) {
            byte[] bytes = stored.getValue();
            for (int position = 0; position < bytes.length; position += 97) {
                bytes[position] ^= 1;

                assertThat(new LogAudit(600, tree::read).verify(checkpoint))
                        .as("byte %d of %s", position, stored.getKey().path())
                        .isEqualTo(Verdict.refused(Reason.TILE_DIFFERS));

                bytes[position] ^= 1;
            }
        }
    }

    @Test
    void aMissingTileIsFound() {
        TiledTree tree = new TiledTree(300);
        tree.tiles().remove(new Tile(1, 0, 1));

        assertThat(new LogAudit(300, tree::read).firstDifference()).contains(new Tile(1, 0, 1));
    }

    @Test
    void anotherRootOrSizeIsRefused() {
        TiledTree tree = new TiledTree(3);
        Hash root = Trees.rootOf(Trees.leaves(3));
        LogAudit audit = new LogAudit(3, tree::read);

        assertThat(audit.verify(new Checkpoint("o", 3, Hash.EMPTY_TREE)))
                .isEqualTo(Verdict.refused(Reason.ROOT_DIFFERS));
        assertThat(audit.verify(new Checkpoint("o", 2, root))).isEqualTo(Verdict.refused(Reason.ROOT_DIFFERS));
    }
}
