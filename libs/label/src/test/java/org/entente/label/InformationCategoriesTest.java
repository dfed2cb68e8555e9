package org.entente.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InformationCategoriesTest {

    private final InformationCategories categories = InformationCategories.with(List.of("cyber-indicators"));

    @ParameterizedTest
    @CsvSource({
        "public, 0, false",
        "situational-awareness, 1, false",
        "shared-analysis, 2, false",
        "sensitive, 3, false",
        "cyber-indicators, 3, false",
        "research-methodology, 4, true",
        "product-design, 4, true",
        "supply-chain-vulnerability, 4, true"
    })
    void haveATierAndMayBeProtected(String category, int tier, boolean isProtected) {
        assertThat(categories.knows(category)).isTrue();
        assertThat(categories.tier(category)).isEqualTo(tier);
        assertThat(categories.isProtected(category)).isEqualTo(isProtected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"uncategorised", "PUBLIC", "gossip", ""})
    void doNotKnowWhatNobodyAdded(String category) {
        assertThat(categories.knows(category)).isFalse();
        assertThat(categories.tier(category)).isEqualTo(InformationCategories.PROTECTED_TIER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"uncategorised", "public", "Upper", "two words", "-x", ""})
    void cannotBeAddedUnderEveryName(String name) {
        assertThatExceptionOfType(LabelException.class).isThrownBy(() -> InformationCategories.with(List.of(name)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'categories':['public','shared-analysis'] | 2",
                "'categories':['public'],'proprietaryOwners':['XAA-AEROWORKS'] | 4",
                "'categories':[] | 4"
            })
    void giveALabelTheDeepestTierOfAllItSays(String fields, int tier) {
        Labels vocabulary = new Labels(MarkingPolicies.builtIn(), categories);
        Label label = Label.of(Json.of("{'policy':'ALLIANCE','classification':'SECRET'," + fields + "}"));

        assertThat(categories.tier(vocabulary.normalise(label, "XAA", Instant.EPOCH)))
                .isEqualTo(tier);
    }

    @Test
    void listTheirNames() {
        assertThat(categories.names()).hasSize(8).contains("public", "cyber-indicators");
    }
}
