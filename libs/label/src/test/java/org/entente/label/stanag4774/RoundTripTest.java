package org.entente.label.stanag4774;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.entente.label.Label;
import org.entente.label.Labels;
import org.entente.label.RandomLabels;
import org.entente.label.Vocabularies;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is lost between a label and its XML, over generated labels: of portions, of several labels, and banners. */
class RoundTripTest {

    private static final int VOCABULARIES = 20;
    private static final int LABELS_EACH = 50;

    @ParameterizedTest
    @ValueSource(longs = {1, 20261123})
    void keepsEveryLabel(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < VOCABULARIES; round++) {
            Labels vocabulary = new Vocabularies(random).vocabulary();
            RandomLabels labels = new RandomLabels(random, vocabulary);
            for (int number = 0; number < LABELS_EACH; number++) {
                Label label = labels.label();
                keeps(label);
                keeps(label.and(labels.label()).and(labels.label()));
                keeps(vocabulary.normalise(label, "XAA", labels.instant()).toLabel());
            }
        }
    }

    private static void keeps(Label label) {
        String xml = Documents.of(label).xml();

        ConfidentialityLabel read = Documents.parse(xml);

        assertThat(read.label().canonical()).as(xml).isEqualTo(label.canonical());
        assertThat(read.xml()).isEqualTo(xml);
    }
}
