package org.entente.access.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WordsTest {
    private final Words words = new Words();

    @Test
    void eachOfFewHasABitOfItsOwn() {
        // given
        List<String> few = numbered(63);

        // when
        long set = words.add(few);

        // then
        assertThat(Long.bitCount(set)).isEqualTo(63);
        assertThat(words.areFew()).isTrue();
    }

    @Test
    void someOfManyShareABit() {
        // given
        List<String> many = numbered(64);

        // when
        words.add(many);

        // then
        assertThat(words.areFew()).isFalse();
        assertThat(words.bit("word 63")).isEqualTo(words.bit("word 0"));
    }

    @Test
    void whatNobodySaidIsInNoSet() {
        // given
        long everything = words.add(numbered(200));

        // when
        long bit = words.bit("never said");

        // then
        assertThat(everything & bit).isZero();
    }

    private static List<String> numbered(int count) {
        return IntStream.range(0, count).mapToObj(number -> "word " + number).toList();
    }
}
