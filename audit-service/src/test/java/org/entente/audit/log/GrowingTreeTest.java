package org.entente.audit.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.entente.tlog.Hash;
import org.entente.tlog.HashReader;
import org.entente.tlog.Tile;
import org.entente.tlog.TileHashes;
import org.junit.jupiter.api.Test;

class GrowingTreeTest {

    private final Map<Tile, byte[]> stored = new HashMap<>();
    private final Random random = new Random(20261123);

    @Test
    void everySizeHasTheRootOfRfc6962() {
        GrowingTree tree = GrowingTree.EMPTY;
        assertThat(tree.root()).isEqualTo(Hash.EMPTY_TREE);
        for (int size = 1; size <= 800; size++) {
            tree = grow(tree, 1);

            assertThat(tree.size()).isEqualTo(size);
            assertThat(tree.isConsistent()).isTrue();
            assertThat(tree.root()).isEqualTo(rootOfTiles(size));
        }
    }

    @Test
    void batchesOfAnySizeLeadToTheSameTree() {
        GrowingTree oneByOne = GrowingTree.EMPTY;
        GrowingTree inBatches = GrowingTree.EMPTY;
        while (inBatches.size() < 70_000) {
            List<Hash> leaves = leaves(1 + random.nextInt(3000));
            inBatches = inBatches.append(leaves).tree();
            for (Hash leaf : leaves) {
                oneByOne = oneByOne.append(List.of(leaf)).tree();
            }

            assertThat(inBatches).isEqualTo(oneByOne);
            assertThat(inBatches.isConsistent()).isTrue();
        }
        assertThat(inBatches.edge()).hasSize(3);
    }

    @Test
    void fullTilesAreGivenOnceAndInOrder() {
        GrowingTree.Growth growth = GrowingTree.EMPTY.append(leaves(600));

        assertThat(growth.full()).extracting(HashTile::index).containsExactly(0L, 1L);
        assertThat(growth.growing()).extracting(tile -> tile.hashes().size()).containsExactly(88, 2);
        assertThat(growth.tree().append(leaves(1)).full()).isEmpty();
        assertThat(growth.tree().append(leaves(1)).growing()).hasSize(1);
    }

    @Test
    void aTileThatIsNotItsLevelsNextIsNoticed() {
        GrowingTree tree = GrowingTree.EMPTY.append(leaves(600)).tree();
        HashTile leaves = tree.edge().get(0);
        HashTile above = tree.edge().get(1);

        assertThat(new GrowingTree(List.of(leaves)).isConsistent()).isFalse();
        assertThat(new GrowingTree(List.of(leaves, leaves)).isConsistent()).isFalse();
        assertThat(new GrowingTree(List.of(new HashTile(0, 1, leaves.hashes()), above)).isConsistent())
                .isFalse();
        assertThat(new GrowingTree(List.of(above)).isConsistent()).isFalse();
    }

    @Test
    void tilesComeBackAsTheyWent() {
        HashTile tile = new HashTile(1, 7, leaves(17));

        assertThat(HashTile.of(1, 7, tile.bytes())).isEqualTo(tile);
    }

    private GrowingTree grow(GrowingTree tree, int count) {
        GrowingTree.Growth growth = tree.append(leaves(count));
        growth.full().forEach(full -> stored.put(new Tile(full.level(), full.index(), Tile.FULL), full.bytes()));
        growth.growing().stream()
                .filter(tile -> !tile.hashes().isEmpty())
                .forEach(tile -> stored.put(
                        new Tile(tile.level(), tile.index(), tile.hashes().size()), tile.bytes()));
        return growth.tree();
    }

    /** By the verification library, which shares no line with the tree under test. */
    private Hash rootOfTiles(long size) {
        HashReader hashes = new TileHashes(size, stored::get);
        return hashes.root(size);
    }

    private List<Hash> leaves(int count) {
        byte[] bytes = new byte[8];
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    random.nextBytes(bytes);
                    return Hash.leaf(bytes);
                })
                .toList();
    }
}
