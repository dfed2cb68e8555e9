package org.entente.label.stix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.entente.label.Json;
import org.entente.label.Label;
import org.entente.label.Labels;
import org.entente.label.NormalLabel;
import org.entente.label.RandomLabels;
import org.entente.label.Tlp;
import org.entente.label.Vocabularies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is marked with labels is read with those labels again. */
class BundleMarkingTest {

    private static final Instant CREATED = Instant.parse("2026-11-23T10:00:00Z");
    private static final Label SECRET = Label.of("ALLIANCE", "SECRET").withTlp(Tlp.RED);

    private final BundleMarking marking = new BundleMarking(CREATED);
    private final ObjectNode malware =
            (ObjectNode) Json.of(Bundles.object("malware", "000000000001", ",'name':'x','aliases':['a','b']"));

    @ParameterizedTest
    @ValueSource(longs = {1, 20261123})
    void anObjectKeepsEveryLabel(long seed) {
        Random random = new Random(seed);
        Labels vocabulary = new Vocabularies(random).vocabulary();
        RandomLabels labels = new RandomLabels(random, vocabulary);
        Labelling labelling = new Labelling(Bundles.DEFAULT, Map.of(), "XAA", vocabulary, Bundles.INSTANT);
        for (int number = 0; number < 200; number++) {
            Label label = number % 3 == 0 ? labels.label().and(labels.label()) : labels.label();
            BundleMarking one = new BundleMarking(CREATED);
            ObjectNode object = malware.deepCopy();

            one.mark(object, label);

            assertThat(normal(labelOf(object, one, 0, labelling), labelling)).isEqualTo(normal(label, labelling));
        }
    }

    @Test
    void aPropertyIsLabelledBesideItsObject() {
        Label open = Label.of("ALLIANCE", "UNCLASSIFIED");
        marking.mark(malware, open);

        marking.mark(malware, List.of("name", "aliases.[1]"), SECRET);

        assertThat(labelOf(malware, marking, 0)).isEqualTo(open);
        assertThat(labelOf(malware, marking, 1)).isEqualTo(open.and(SECRET));
        assertThat(labelOf(malware, marking, 2)).isEqualTo(open.and(SECRET));
    }

    @Test
    void whoKnowsTlpOnlySeesTheTlp() {
        marking.mark(malware, SECRET);

        assertThat(texts(malware.get("object_marking_refs")))
                .contains("marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1");
    }

    @Test
    void definesAMarkingOnce() {
        marking.mark(malware, SECRET);
        marking.mark(malware, SECRET);
        marking.mark(malware, List.of("name"), SECRET);

        assertThat(marking.definitions()).hasSize(2);
        assertThat(malware.get("object_marking_refs")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nickname", "aliases.[2]", "id", "", "aliases..[0]"})
    void whatIsNoPropertyIsNotMarked(String selector) {
        assertThatExceptionOfType(StixException.class)
                .isThrownBy(() -> marking.mark(malware, List.of(selector), SECRET));
        assertThat(malware.has("granular_markings")).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Tlp.class)
    void everyTlpIsReadAgainInBothVersions(Tlp tlp) {
        assertThat(tlpUnder(TlpMarking.TLP_2.of(tlp))).isEqualTo(tlp);
        assertThat(tlpUnder(TlpMarking.TLP_1.of(tlp))).isEqualTo(tlp == Tlp.AMBER_STRICT ? Tlp.RED : tlp);
    }

    @Test
    void tlpOneHasItsOwnWords() {
        assertThat(TlpMarking.TLP_1.of(Tlp.CLEAR))
                .isEqualTo(Json.of("{'type':'marking-definition','spec_version':'2.1',"
                        + "'id':'marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9',"
                        + "'created':'2017-01-20T00:00:00.000Z','name':'TLP:WHITE','definition_type':'tlp',"
                        + "'definition':{'tlp':'white'}}"));
    }

    private Tlp tlpUnder(ObjectNode definition) {
        ObjectNode object = malware.deepCopy();
        object.putArray("object_marking_refs").add(definition.get("id"));
        return Bundles.portions(Bundles.bundle(object.toString(), definition.toString()))
                .get(0)
                .label()
                .tlp();
    }

    private static Label labelOf(ObjectNode object, BundleMarking marking, int portion) {
        return labelOf(object, marking, portion, Bundles.labelling());
    }

    private static Label labelOf(ObjectNode object, BundleMarking marking, int portion, Labelling labelling) {
        ObjectNode bundle = Bundles.bundle(object.toString());
        bundle.withArray("/objects").addAll(marking.definitions());
        return StixPortions.of(bundle, labelling, new Limits(100, 16))
                .get(portion)
                .label();
    }

    private static NormalLabel normal(Label label, Labelling labelling) {
        return labelling.vocabulary().normalise(label, labelling.originator(), labelling.instant());
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::textValue)
                .toList();
    }
}
