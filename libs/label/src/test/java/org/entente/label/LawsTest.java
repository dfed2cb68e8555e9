package org.entente.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The laws of the algebra, over generated vocabularies, labels, readers and instants; a failing seed repeats. */
class LawsTest {

    private static final int VOCABULARIES = 40;
    private static final int CASES_EACH = 100;

    private int admissions;

    @BeforeEach
    void startCounting() {
        admissions = 0;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20261123})
    void rollUpIsCommutativeAssociativeAndIdempotent(long seed) {
        forEachCase(seed, (a, b, c, labels) -> {
            assertThat(a.rollUp(b)).isEqualTo(b.rollUp(a));
            assertThat(a.rollUp(b).rollUp(c)).isEqualTo(a.rollUp(b.rollUp(c)));
            assertThat(a.rollUp(a)).isEqualTo(a);
            assertThat(a.rollUp(b).rollUp(b)).isEqualTo(a.rollUp(b));
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 20261124})
    void rollUpNeverWidens(long seed) {
        forEachCase(seed, (a, b, c, labels) -> {
            NormalLabel banner = RollUp.banner(List.of(a, b, c));
            assertThat(a.releasableTo().containsAll(banner.releasableTo())).isTrue();
            assertThat(a.displayableTo().containsAll(banner.displayableTo())).isTrue();
            assertThat(banner.displayableTo().containsAll(banner.releasableTo()))
                    .isTrue();
            assertThat(banner.classification().common())
                    .isGreaterThanOrEqualTo(a.classification().common());
            assertThat(banner.compartments()).containsAll(a.compartments());
            assertThat(banner.categories()).containsAll(a.categories());
            assertThat(banner.proprietaryOwners()).containsAll(a.proprietaryOwners());
            assertThat(banner.exportControls()).containsAll(a.exportControls());
            assertThat(banner.originators()).containsAll(a.originators());
            assertThat(banner.originatorControlled() || !a.originatorControlled())
                    .isTrue();
            assertThat(Tlp.stricter(a.tlp(), banner.tlp())).isEqualTo(banner.tlp());
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 20261125})
    void whoIsAdmittedToTheBannerIsAdmittedToEachPortion(long seed) {
        forEachCase(seed, (a, b, c, labels) -> {
            List<NormalLabel> portions = List.of(a, b, c);
            NormalLabel banner = RollUp.banner(portions);
            for (int readers = 0; readers < 5; readers++) {
                Reader reader = labels.reader();
                Act act = labels.act();
                if (Admission.of(banner, reader, act).isEmpty()) {
                    admissions++;
                    assertThat(portions).allSatisfy(portion -> assertThat(Admission.of(portion, reader, act))
                            .isEmpty());
                }
            }
        });
        assertThat(admissions).as("readers admitted to a banner").isGreaterThan(100);
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 20261126})
    void whoMayBeHandedSomethingMayBeShownIt(long seed) {
        forEachCase(seed, (a, b, c, labels) -> {
            Reader reader = labels.reader();
            if (Admission.of(a, reader, Act.RELEASE).isEmpty()) {
                assertThat(Admission.of(a, reader, Act.VIEW)).isEmpty();
            }
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 20261127})
    void aBannerIsTakenAsItIs(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < VOCABULARIES; round++) {
            Labels vocabulary = new Vocabularies(random).vocabulary();
            RandomLabels labels = new RandomLabels(random, vocabulary);
            Instant instant = labels.instant();
            for (NormalLabel banner : normal(labels, vocabulary, instant, CASES_EACH)) {
                assertThat(vocabulary.normalise(banner.toLabel(), null, instant))
                        .isEqualTo(banner);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 20261128})
    void aLabelOfSeveralMeansTheirRollUpAtEveryInstant(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < VOCABULARIES; round++) {
            Labels vocabulary = new Vocabularies(random).vocabulary();
            RandomLabels labels = new RandomLabels(random, vocabulary);
            for (int number = 0; number < CASES_EACH; number++) {
                Label one = labels.label();
                Label other = random.nextInt(4) == 0 ? one.withTlp(Tlp.AMBER) : labels.label();
                Label both = one.and(other);
                Instant instant = labels.instant();
                assertThat(vocabulary.normalise(both, "XAA", instant))
                        .isEqualTo(vocabulary
                                .normalise(one, "XAA", instant)
                                .rollUp(vocabulary.normalise(other, "XAA", instant)));
                assertThat(other.and(one)).isEqualTo(both);
                assertThat(both.and(one)).isEqualTo(both);
            }
        }
    }

    /** A banner may be stricter than the roll-up, never looser. */
    @ParameterizedTest
    @ValueSource(longs = {7, 20261129})
    void aStatedBannerIsTakenWhereItIsTheJoinOnly(long seed) {
        forEachCase(seed, (a, b, c, labels) -> {
            RollUp rollUp = RollUp.of(List.of(a, b));
            NormalLabel stricter = rollUp.banner().rollUp(c);
            assertThat(rollUp.compiled(stricter, "why").banner()).isEqualTo(stricter);
            if (!c.rollUp(rollUp.banner()).equals(c)) {
                assertThatExceptionOfType(LabelException.class).isThrownBy(() -> rollUp.compiled(c, "why"));
            }
        });
    }

    private static void forEachCase(long seed, Law law) {
        Random random = new Random(seed);
        for (int round = 0; round < VOCABULARIES; round++) {
            Labels vocabulary = new Vocabularies(random).vocabulary();
            RandomLabels labels = new RandomLabels(random, vocabulary);
            for (int number = 0; number < CASES_EACH; number++) {
                List<NormalLabel> three = normal(labels, vocabulary, labels.instant(), 3);
                law.holds(three.get(0), three.get(1), three.get(2), labels);
            }
        }
    }

    private static List<NormalLabel> normal(RandomLabels labels, Labels vocabulary, Instant instant, int count) {
        return Stream.generate(() -> vocabulary.normalise(labels.label(), "XAA", instant))
                .limit(count)
                .toList();
    }

    private interface Law {
        void holds(NormalLabel a, NormalLabel b, NormalLabel c, RandomLabels labels);
    }
}
