package org.entente.catalog.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChunkKeyTest {
    private static final UUID ID = UUID.fromString("9b2e5a10-0000-4000-8000-000000000001");
    private static final UUID OTHER = UUID.fromString("9b2e5a10-0000-4000-8000-000000000002");
    private static final byte[] PLAIN = {1, 2, 3};

    private final ChunkKey key = ChunkKey.generate(ID);

    @Test
    void opensInItsPlace() {
        byte[] opened = key.open(3, false, key.seal(3, false, PLAIN));

        assertThat(opened).isEqualTo(PLAIN);
    }

    @ParameterizedTest
    @CsvSource({"2,false", "4,false", "3,true"})
    void opensInNoOtherPlace(int seq, boolean isLast) {
        byte[] sealed = key.seal(3, false, PLAIN);

        assertThatThrownBy(() -> key.open(seq, isLast, sealed)).isInstanceOf(IntegrityException.class);
    }

    @Test
    void opensAsNoPartOfAnotherThing() {
        byte[] sealed = key.seal(3, false, PLAIN);
        ChunkKey other = ChunkKey.of(OTHER, key.bytes());

        assertThatThrownBy(() -> other.open(3, false, sealed)).isInstanceOf(IntegrityException.class);
    }

    @Test
    void takesNoShortKey() {
        assertThatThrownBy(() -> ChunkKey.of(ID, new byte[16])).isInstanceOf(IntegrityException.class);
    }
}
