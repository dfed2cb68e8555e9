package org.entente.catalog.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.entente.catalog.view.ByteRange.Asked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {
    private static final String TAG = "\"one\"";

    @ParameterizedTest
    @CsvSource({
        "bytes=0-9,0,10",
        "bytes=5-,5,100",
        "bytes=99-,99,100",
        "bytes=90-1000,90,100",
        "bytes=-10,90,100",
        "bytes=-1000,0,100",
        "' bytes=0-0 ',0,1"
    })
    void isWhatOneAsksFor(String header, long from, long until) {
        Optional<ByteRange> range = new Asked(header, null).of(100, TAG);

        assertThat(range).contains(new ByteRange(from, until, 100));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bytes=0-1,4-5",
                "bytes=",
                "bytes=-",
                "bytes=9-5",
                "lines=1-2",
                "bytes=a-b",
                "bytes=1-99999999999999999999"
            })
    void isPassedOverWhereItIsNoneOfTheOneKind(String header) {
        Optional<ByteRange> range = new Asked(header, null).of(100, TAG);

        assertThat(range).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=100-", "bytes=100-200", "bytes=-0"})
    void isNotSatisfiableBeyondTheEnd(String header) {
        ByteRange range = new Asked(header, null).of(100, TAG).orElseThrow();

        assertThat(range.isSatisfiable()).isFalse();
        assertThat(range.contentRange()).isEqualTo("bytes */100");
    }

    @Test
    void isMeantForTheSameRepresentationOnly() {
        assertThat(new Asked("bytes=5-", TAG).of(100, TAG)).isPresent();
        assertThat(new Asked("bytes=5-", "\"other\"").of(100, TAG)).isEmpty();
        assertThat(new Asked("bytes=5-", "Mon, 23 Nov 2026 00:00:00 GMT").of(100, TAG))
                .isEmpty();
    }

    @Test
    void cutsItsPartOutOfEachChunk() {
        ByteRange range = new ByteRange(6, 12, 100);

        assertThat(range.cut(new byte[] {4, 5, 6, 7}, 4)).containsExactly(6, 7);
        assertThat(range.cut(new byte[] {8, 9, 10, 11}, 8)).containsExactly(8, 9, 10, 11);
        assertThat(range.contentRange()).isEqualTo("bytes 6-11/100");
    }
}
