package org.entente.catalog.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.entente.catalog.content.KeyProvider;
import org.entente.catalog.content.WrappedKey;
import org.entente.http.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
    private static final Cursor PLACE = new Cursor(
            Instant.parse("2026-11-23T10:00:00.123456Z"), UUID.fromString("9b2e5a10-0000-4000-8000-000000000001"));

    private final Cursors cursors = cursors((byte) 1, "XBB", "analyst", "");

    @Test
    void comesBackAsItWent() {
        Cursor read = cursors.read(cursors.write(PLACE));

        assertThat(read).isEqualTo(PLACE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "%%%", "AAAA", "__________________________________________"})
    void isRefusedIfItIsNotOurs(String text) {
        assertRefused(() -> cursors.read(text));
    }

    @Test
    void isRefusedWithAnyByteChanged() {
        String cursor = cursors.write(PLACE);
        for (int index = 0; index < cursor.length() - 1; index++) {
            char other = cursor.charAt(index) == 'A' ? 'B' : 'A';
            String forged = cursor.substring(0, index) + other + cursor.substring(index + 1);

            assertRefused(() -> cursors.read(forged));
        }
    }

    @Test
    void isRefusedInOtherHands() {
        String cursor = cursors.write(PLACE);

        for (Cursors other : List.of(
                cursors((byte) 1, "XBB", "other", ""),
                cursors((byte) 1, "XCC", "analyst", ""),
                cursors((byte) 1, "XBB", "analyst", "cyber-defence"),
                cursors((byte) 1, "XBBa", "nalyst", ""),
                cursors((byte) 2, "XBB", "analyst", ""))) {
            assertRefused(() -> other.read(cursor));
        }
    }

    private static void assertRefused(ThrowingCallable reading) {
        assertThatThrownBy(reading).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.field())
                .isEqualTo("cursor"));
    }

    private static Cursors cursors(byte key, String... boundTo) {
        return new Cursors(new OneKey(key), List.of(boundTo));
    }

    /** Derives a key that depends on nothing but its first byte. */
    private record OneKey(byte first) implements KeyProvider {
        @Override
        public WrappedKey wrap(byte[] dataKey, byte[] binding) {
            throw new UnsupportedOperationException();
        }

        @Override
        public byte[] unwrap(WrappedKey wrapped, byte[] binding) {
            throw new UnsupportedOperationException();
        }

        @Override
        public byte[] derive(String use) {
            return new byte[] {first};
        }
    }
}
