package org.entente.access.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.entente.label.LabelException;
import org.junit.jupiter.api.Test;

class CategoriesTest {
    private final Categories categories = new Categories(List.of("hydrology"));

    @Test
    void areThoseOfTheConfigurationUntilOthersArePublished() {
        assertThat(categories.known().knows("hydrology")).isTrue();
        assertThat(categories.known().knows("seismology")).isFalse();
    }

    @Test
    void areThosePublishedAsWell() {
        categories.learn(List.of("seismology"));

        assertThat(categories.known().knows("hydrology")).isTrue();
        assertThat(categories.known().knows("seismology")).isTrue();
        assertThat(categories.known().tier("seismology")).isEqualTo(3);
    }

    @Test
    void areNotThoseOfAnEarlierVersionAnyMore() {
        categories.learn(List.of("seismology"));

        categories.learn(List.of("oceanography"));

        assertThat(categories.known().knows("seismology")).isFalse();
    }

    @Test
    void neverChangeWhatABuiltInOneMeans() {
        assertThatThrownBy(() -> categories.with(List.of("public"))).isInstanceOf(LabelException.class);
    }

    @Test
    void passOverRulesForBuiltInOnes() {
        PublishedCategories published = new PublishedCategories(
                List.of(new PublishedCategories.Category("sensitive"), new PublishedCategories.Category("seismology")));

        assertThat(published.added()).containsExactly("seismology");
    }
}
