package org.entente.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ProofTest {

    private static final int LARGEST = 70;
    // Every bit of every hash of every proof up to here: beyond, the trees only repeat their shapes.
    private static final int LARGEST_FLIPPED = 20;
    private static final List<Hash> LEAVES = Trees.leaves(LARGEST);
    private static final HashReader HASHES = Trees.reader(LEAVES);
    private static final Hash OTHER = Hash.leaf(new byte[] {42});

    @Test
    void everyLeafOfEveryTreeIsProvenAndNoOtherLeafOrRoot() {
        everyInclusion(LARGEST, proof -> {
            Hash leaf = LEAVES.get((int) proof.index());
            Hash root = HASHES.root(proof.size());

            assertThat(proof.verify(leaf, root)).isEqualTo(Verdict.verified());
            assertThat(proof.verify(OTHER, root)).isEqualTo(Verdict.refused(Reason.ROOT_DIFFERS));
            assertThat(proof.verify(leaf, OTHER)).isEqualTo(Verdict.refused(Reason.ROOT_DIFFERS));
        });
    }

    @Test
    void aLeafIsProvenAtNoOtherIndex() {
        everyInclusion(LARGEST, proof -> {
            Hash leaf = LEAVES.get((int) proof.index());
            Hash root = HASHES.root(proof.size());

            for (long index = -1; index <= proof.size(); index++) {
                boolean isTrue = index == proof.index();
                assertThat(new InclusionProof(index, proof.size(), proof.path())
                                .verify(leaf, root)
                                .isVerified())
                        .isEqualTo(isTrue);
            }
        });
    }

    @Test
    void anIndexAtOrBeyondTheSizeIsRefusedBeforeAnythingElse() {
        Verdict beyond = Verdict.refused(Reason.INDEX_BEYOND_TREE);

        assertThat(new InclusionProof(0, 0, List.of()).verify(OTHER, OTHER)).isEqualTo(beyond);
        assertThat(new InclusionProof(1, 1, List.of()).verify(OTHER, OTHER)).isEqualTo(beyond);
        assertThat(new InclusionProof(-1, 1, List.of()).verify(OTHER, OTHER)).isEqualTo(beyond);
        assertThat(new InclusionProof(0, -1, List.of()).verify(OTHER, OTHER)).isEqualTo(beyond);
    }

    @Test
    void anInclusionPathOfAnotherLengthIsRefusedEvenIfItsHashesLeadToTheRoot() {
        everyInclusion(LARGEST, proof -> {
            Hash leaf = LEAVES.get((int) proof.index());
            Hash root = HASHES.root(proof.size());

            assertThat(new InclusionProof(proof.index(), proof.size(), longer(proof.path())).verify(leaf, root))
                    .isEqualTo(Verdict.refused(Reason.PATH_TOO_LONG));
            for (int length = 0; length < proof.path().size(); length++) {
                List<Hash> shorter = proof.path().subList(0, length);
                assertThat(new InclusionProof(proof.index(), proof.size(), shorter).verify(leaf, root))
                        .isEqualTo(Verdict.refused(Reason.PATH_TOO_SHORT));
            }
        });
        assertThat(new InclusionProof(0, 2, List.of()).verify(OTHER, OTHER))
                .isEqualTo(Verdict.refused(Reason.PATH_TOO_SHORT));
    }

    @Test
    void everyFlippedBitOfAnInclusionProofIsRefused() {
        everyInclusion(
                LARGEST_FLIPPED,
                proof -> flippedBits(proof.path(), path -> {
                    Hash leaf = LEAVES.get((int) proof.index());
                    return new InclusionProof(proof.index(), proof.size(), path)
                            .verify(leaf, HASHES.root(proof.size()));
                }));
    }

    @Test
    void everyGrowthIsProvenAndNoOther() {
        everyConsistency(LARGEST, proof -> {
            Hash oldRoot = HASHES.root(proof.oldSize());
            Hash newRoot = HASHES.root(proof.newSize());

            assertThat(proof.verify(oldRoot, newRoot)).isEqualTo(Verdict.verified());
            assertThat(proof.verify(OTHER, newRoot).isVerified()).isFalse();
            assertThat(proof.verify(oldRoot, OTHER).isVerified())
                    .isEqualTo(proof.oldSize() == 0 && proof.newSize() > 0);
        });
    }

    @Test
    void everyFlippedBitOfAConsistencyProofIsRefused() {
        everyConsistency(
                LARGEST_FLIPPED,
                proof -> flippedBits(proof.path(), path -> new ConsistencyProof(proof.oldSize(), proof.newSize(), path)
                        .verify(HASHES.root(proof.oldSize()), HASHES.root(proof.newSize()))));
    }

    @Test
    void aConsistencyPathOfAnotherLengthIsRefused() {
        everyConsistency(LARGEST, proof -> {
            Hash oldRoot = HASHES.root(proof.oldSize());
            Hash newRoot = HASHES.root(proof.newSize());

            assertThat(new ConsistencyProof(proof.oldSize(), proof.newSize(), longer(proof.path()))
                            .verify(oldRoot, newRoot))
                    .isEqualTo(Verdict.refused(Reason.PATH_TOO_LONG));
            for (int length = 0; length < proof.path().size(); length++) {
                List<Hash> shorter = proof.path().subList(0, length);
                assertThat(new ConsistencyProof(proof.oldSize(), proof.newSize(), shorter).verify(oldRoot, newRoot))
                        .isEqualTo(Verdict.refused(Reason.PATH_TOO_SHORT));
            }
        });
    }

    @Test
    void aShrinkingTreeIsRefused() {
        assertThat(new ConsistencyProof(2, 1, List.of()).verify(HASHES.root(2), HASHES.root(1)))
                .isEqualTo(Verdict.refused(Reason.SIZES_OUT_OF_ORDER));
        assertThat(new ConsistencyProof(-1, 1, List.of()).verify(OTHER, OTHER))
                .isEqualTo(Verdict.refused(Reason.SIZES_OUT_OF_ORDER));
    }

    @Test
    void noProofIsMadeOfWhatIsNotThere() {
        assertThatThrownBy(() -> InclusionProof.of(HASHES, 3, 3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> InclusionProof.of(HASHES, -1, 3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> ConsistencyProof.of(HASHES, 4, 3)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    private static void everyInclusion(int largest, Consumer<InclusionProof> check) {
        for (int size = 1; size <= largest; size++) {
            for (int index = 0; index < size; index++) {
                check.accept(InclusionProof.of(HASHES, index, size));
            }
        }
    }

    private static void everyConsistency(int largest, Consumer<ConsistencyProof> check) {
        for (int newSize = 0; newSize <= largest; newSize++) {
            for (int oldSize = 0; oldSize <= newSize; oldSize++) {
                check.accept(ConsistencyProof.of(HASHES, oldSize, newSize));
            }
        }
    }

    private static void flippedBits(List<Hash> path, Function<List<Hash>, Verdict> verify) {
        for (int position = 0; position < path.size(); position++) {
            for (int bit = 0; bit < Hash.LENGTH * 8; bit++) {
                byte[] bytes = path.get(position).bytes();
                bytes[bit / 8] ^= (byte) (1 << bit % 8);
                List<Hash> flipped = new ArrayList<>(path);
                flipped.set(position, Hash.of(bytes));
                assertThat(verify.apply(flipped).isVerified()).isFalse();
            }
        }
    }

    private static List<Hash> longer(List<Hash> path) {
        List<Hash> longer = new ArrayList<>(path);
        longer.add(OTHER);
        return longer;
    }
}
