package org.entente.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StorableTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "text", "\u00e9\u4e2d", "\ud83d\ude00", "a\ud83d\ude00b\ud83d\ude00", "\u0001\uffff"})
    void whatUnicodeAndTheDatabaseKnowIsStorable(String text) {
        // when
        boolean isStorable = StorableText.isStorable(text);

        // then
        assertThat(isStorable).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0000",
                "a\u0000b",
                "\ud83d",
                "\ude00",
                "a\ud83db",
                "\ud83d\ud83d",
                "\ude00\ud83d",
                "\ud83d\ude00\ude00"
            })
    void nulAndHalfAPairAreNot(String text) {
        // when
        boolean isStorable = StorableText.isStorable(text);

        // then
        assertThat(isStorable).isFalse();
    }
}
