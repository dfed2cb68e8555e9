package org.entente.catalog.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataKeyTest {
    private static final UUID ASSET = UUID.fromString("9b2e5a10-0000-4000-8000-000000000001");
    private static final UUID OTHER_ASSET = UUID.fromString("9b2e5a10-0000-4000-8000-000000000002");
    private static final byte[] LABEL = bytes("{\"classification\":\"SECRET\"}");
    private static final byte[] OTHER_LABEL = bytes("{\"classification\":\"RESTRICTED\"}");
    private static final byte[] CONTENT = bytes("content of a portion");
    private static final Place PLACE = Place.portion(ASSET, 1, "p1", LABEL);

    @TempDir
    Path folder;

    private final DataKey key = DataKey.generate(ASSET);
    private KeyWrapping provider;

    @BeforeEach
    void keyFile() throws Exception {
        provider = provider("kek", new byte[AesGcm.KEY_BYTES]);
    }

    @Test
    void opensInItsPlace() {
        byte[] opened = key.open(PLACE, key.seal(PLACE, CONTENT));

        assertThat(opened).isEqualTo(CONTENT);
    }

    @Test
    void neverSealsTheSameTwice() {
        byte[] once = key.seal(PLACE, CONTENT);

        byte[] again = key.seal(PLACE, CONTENT);

        assertThat(again).isNotEqualTo(once);
    }

    static Stream<Place> otherPlaces() {
        return Stream.of(
                Place.portion(OTHER_ASSET, 1, "p1", LABEL),
                Place.portion(ASSET, 2, "p1", LABEL),
                Place.portion(ASSET, 1, "p2", LABEL),
                Place.portion(ASSET, 1, "p1", OTHER_LABEL),
                Place.portion(ASSET, 1, "p1", new byte[0]),
                Place.portion(ASSET, 1, "p", bytes("1{\"classification\":\"SECRET\"}")),
                Place.of(Place.Kind.TITLE, ASSET, 1, LABEL),
                Place.of(Place.Kind.PURPOSE_NOTE, ASSET, 1, LABEL),
                Place.of(Place.Kind.SEAL, ASSET, 1, LABEL));
    }

    @ParameterizedTest
    @MethodSource("otherPlaces")
    void opensNowhereElse(Place other) {
        byte[] sealed = key.seal(PLACE, CONTENT);

        assertThatThrownBy(() -> key.open(other, sealed)).isInstanceOf(IntegrityException.class);
    }

    @Test
    void refusesEveryFlippedBit() {
        byte[] sealed = key.seal(PLACE, CONTENT);

        for (int bit = 0; bit < sealed.length * Byte.SIZE; bit++) {
            byte[] changed = sealed.clone();
            changed[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);

            assertThatThrownBy(() -> key.open(PLACE, changed)).isInstanceOf(IntegrityException.class);
        }
    }

    @Test
    void refusesWhatIsCutShort() {
        byte[] sealed = key.seal(PLACE, CONTENT);

        for (int length = 0; length < sealed.length; length++) {
            byte[] cut = Arrays.copyOf(sealed, length);

            assertThatThrownBy(() -> key.open(PLACE, cut)).isInstanceOf(IntegrityException.class);
        }
    }

    @Test
    void comesBackFromItsWrappedForm() {
        WrappedKey wrapped = key.wrap(provider);

        DataKey unwrapped = DataKey.unwrap(ASSET, wrapped, provider);

        assertThat(unwrapped.open(PLACE, key.seal(PLACE, CONTENT))).isEqualTo(CONTENT);
    }

    @Test
    void isOfNoUseForAnotherAsset() {
        WrappedKey wrapped = key.wrap(provider);

        assertThatThrownBy(() -> DataKey.unwrap(OTHER_ASSET, wrapped, provider)).isInstanceOf(IntegrityException.class);
    }

    @Test
    void refusesAWrappedKeyThatWasChanged() {
        WrappedKey wrapped = key.wrap(provider);
        wrapped.bytes()[20] ^= 1;

        assertThatThrownBy(() -> DataKey.unwrap(ASSET, wrapped, provider)).isInstanceOf(IntegrityException.class);
    }

    @Test
    void refusesAKeyWrappedByAnother() throws Exception {
        byte[] otherKey = new byte[AesGcm.KEY_BYTES];
        otherKey[0] = 1;
        KeyWrapping other = provider("other", otherKey);
        WrappedKey wrapped = key.wrap(other);

        assertThatThrownBy(() -> DataKey.unwrap(ASSET, wrapped, provider)).isInstanceOf(IntegrityException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not base64!", "c2hvcnQ="})
    void namesThePropertyOfAKeyFileThatIsNone(String content) throws Exception {
        Path file = Files.writeString(folder.resolve("bad"), content);

        assertThatThrownBy(() -> new LocalKeys(new KeyFiles(file, List.of())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("entente.catalog.key-file");
    }

    @Test
    void namesThePropertyOfAKeyFileThatIsNotThere() {
        Path file = folder.resolve("absent");

        assertThatThrownBy(() -> new LocalKeys(new KeyFiles(file, List.of())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("entente.catalog.key-file");
    }

    private KeyWrapping provider(String name, byte[] key) throws Exception {
        Path file = Files.writeString(folder.resolve(name), Base64.getEncoder().encodeToString(key) + "\n");
        return new LocalKeys(new KeyFiles(file, List.of()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
