package org.entente.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LargestBodyTest {
    private static final long MEBIBYTE = 1 << 20;

    @Test
    void isAsConfiguredWhereThereIsMemoryForIt() {
        assertThat(LargestBody.within(64 * MEBIBYTE, 4096 * MEBIBYTE)).isEqualTo(64 * MEBIBYTE);
    }

    @Test
    void isNoMoreThanThereIsMemoryFor() {
        assertThat(LargestBody.within(64 * MEBIBYTE, 192 * MEBIBYTE)).isEqualTo(6 * MEBIBYTE);
    }
}
