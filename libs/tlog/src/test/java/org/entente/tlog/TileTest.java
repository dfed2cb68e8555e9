package org.entente.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TileTest {

    @Test
    void pathsAreThoseOfTheSpecification() {
        Map<Tile, String> paths = Map.of(
                new Tile(0, 0, 256),
                "tile/0/000",
                new Tile(0, 1234067, 256),
                "tile/0/x001/x234/067",
                new Tile(1, 999, 1),
                "tile/1/999.p/1",
                new Tile(63, 1000, 255),
                "tile/63/x001/000.p/255",
                Tile.entries(70, 256),
                "tile/entries/070",
                Tile.entries(123456789012345678L, 17),
                "tile/entries/x123/x456/x789/x012/x345/678.p/17");

        paths.forEach((tile, path) -> {
            assertThat(tile.path()).isEqualTo(path);
            assertThat(Tile.parse(path)).isEqualTo(tile);
        });
    }

    @Test
    void anyOtherWayToWriteAPathIsMalformed() {
        for (String malformed : List.of(
                "",
                "tile/0/0",
                "tile/0/00",
                "tile/0/0000",
                "tile/0/x000/001",
                "tile/0/000/001",
                "tile/0/x001",
                "tile/00/000",
                "tile/64/000",
                "tile/-1/000",
                "tile/0/000.p/0",
                "tile/0/000.p/01",
                "tile/0/000.p/256",
                "tile/0/000.p/",
                "tile/0/000.p",
                "tile/entries/-01",
                "tile/data/000",
                "/tile/0/000",
                "tile/0/000/",
                "tile/0/000\n",
                "tile/0/٠٠٠",
                "tile/0/x001/x000/x000/x000/x000/x000/000")) {
            assertThatThrownBy(() -> Tile.parse(malformed)).as(malformed).isInstanceOf(MalformedException.class);
        }
    }

    @Test
    void aTreeOfSeventyThousandHasTheTilesOfTheSpecificationsExample() {
        List<Tile> leaves = Tile.ofLevel(0, 70_000);

        assertThat(leaves).hasSize(274);
        assertThat(leaves.get(273).width()).isEqualTo(112);
        assertThat(Tile.ofLevel(1, 70_000)).containsExactly(new Tile(1, 0, 256), new Tile(1, 1, 17));
        assertThat(Tile.ofLevel(2, 70_000)).containsExactly(new Tile(2, 0, 1));
        assertThat(Tile.ofLevel(3, 70_000)).isEmpty();
        assertThat(Tile.ofLevel(1, 256)).containsExactly(new Tile(1, 0, 1));
        assertThat(Tile.ofLevel(0, 0)).isEmpty();
    }

    @Test
    void tilesLeadToTheSameRootsAndProofsAsLeaves() {
        HashReader leaves = Trees.reader(Trees.leaves(600));
        for (int size : List.of(1, 2, 255, 256, 257, 511, 512, 600)) {
            HashReader tiles = new TileHashes(size, new TiledTree(size)::read);

            assertThat(tiles.root(size)).isEqualTo(leaves.root(size));
            IntStream.of(0, size / 2, size - 1).forEach(index -> assertThat(InclusionProof.of(tiles, index, size))
                    .isEqualTo(InclusionProof.of(leaves, index, size)));
            assertThat(ConsistencyProof.of(tiles, size / 2, size))
                    .isEqualTo(ConsistencyProof.of(leaves, size / 2, size));
        }
    }

    @Test
    void theTilesAProofNeedsAreKnownBeforehand() {
        assertThat(TileHashes.needed(600, hashes -> InclusionProof.of(hashes, 5, 600)))
                .containsExactlyInAnyOrder(new Tile(0, 0, 256), new Tile(1, 0, 2), new Tile(0, 2, 88));
    }

    @Test
    void aTileOfTheWrongLengthIsRefused() {
        HashReader tiles = new TileHashes(3, tile -> new byte[32]);

        assertThatThrownBy(() -> tiles.root(3)).isInstanceOf(MalformedException.class);
    }

    @Test
    void bundlesComeBackAsTheyWent() {
        byte[] longest = new byte[EntryBundle.LONGEST_ENTRY];
        EntryBundle bundle = new EntryBundle(List.of(new byte[0], new byte[] {1, 2}, longest));

        byte[] bytes = bundle.bytes();

        assertThat(bytes).startsWith(0, 0, 0, 2, 1, 2, 0xff, 0xff);
        assertThat(EntryBundle.parse(bytes).entries()).containsExactly(new byte[0], new byte[] {1, 2}, longest);
    }

    @Test
    void whatIsNotABundleIsMalformed() {
        byte[] tooLong = new byte[EntryBundle.LONGEST_ENTRY + 1];

        for (byte[] malformed :
                List.of(new byte[0], new byte[1], new byte[] {0, 1}, new byte[] {0, 1, 7, 0}, new byte[514])) {
            assertThatThrownBy(() -> EntryBundle.parse(malformed)).isInstanceOf(MalformedException.class);
        }
        assertThatThrownBy(() -> new EntryBundle(List.of(tooLong))).isInstanceOf(MalformedException.class);
    }
}
