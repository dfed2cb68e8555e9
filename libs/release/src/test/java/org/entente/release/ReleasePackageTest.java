package org.entente.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.entente.tlog.SigningKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReleasePackageTest {
    private static final String LABEL = ReleasePackage.sha256(Samples.bytes(Samples.LABEL));

    @Test
    void holdsForWhoeverKnowsTheKey() {
        byte[] archive = Archive.write(Samples.files());

        Manifest manifest = ReleasePackage.verify(archive, Samples.KEYS).manifest();

        assertThat(manifest.release()).isEqualTo("r-1");
        assertThat(manifest.partner()).isEqualTo("XBB");
        assertThat(manifest.agreements()).containsExactly("a-1");
        assertThat(manifest.obligations()).containsExactly("watermark");
    }

    @Test
    void isRefusedUnderAnotherKey() {
        SigningKey other = SigningKey.parse("release", SigningKey.generate());
        byte[] archive = Archive.write(Samples.files(other, Samples.payload(Samples.CONTENT)));

        assertThat(refused(archive)).isEqualTo(Reason.KEY_UNKNOWN);
    }

    @Test
    void isRefusedForAnotherRecipient() {
        ReleasePackage found = ReleasePackage.verify(Archive.write(Samples.files()), Samples.KEYS);

        RefusedPackageException refusal =
                catchThrowableOfType(RefusedPackageException.class, () -> found.requireRecipient("XCC"));

        assertThat(refusal.reason()).isEqualTo(Reason.RECIPIENT_DIFFERS);
    }

    static Stream<Arguments> whatMayHappenToFiles() {
        return Stream.of(
                change("a file added", Reason.FILE_UNKNOWN, files -> files.put("extra.txt", new byte[1])),
                change("a file taken away", Reason.FILE_MISSING, files -> files.remove(ReleasePackage.BUNDLE)),
                change("the manifest taken away", Reason.FILE_MISSING, files -> files.remove(Manifest.FILE)),
                change(
                        "a file changed",
                        Reason.FILE_DIFFERS,
                        files -> files.put(
                                ReleasePackage.BUNDLE,
                                Samples.bytes(Samples.CONTENT.replace("192.0.2.1", "192.0.2.2")))),
                change(
                        "a manifest without signature",
                        Reason.MANIFEST_MALFORMED,
                        files -> files.compute(Manifest.FILE, (name, jws) -> unsigned(jws))));
    }

    private static Arguments change(String what, Reason reason, Consumer<Map<String, byte[]>> change) {
        return Arguments.of(what, reason, change);
    }

    private static byte[] unsigned(byte[] jws) {
        String[] parts = new String(jws, StandardCharsets.US_ASCII).split("\\.");
        String none = ReleaseKeys.base64url(
                Samples.bytes("{\"alg\":\"none\",\"kid\":\"k\",\"typ\":\"entente-release+jws\"}"));
        return Samples.bytes(none + "." + parts[1] + ".");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("whatMayHappenToFiles")
    void showsEveryChangeOfFiles(String what, Reason reason, Consumer<Map<String, byte[]>> change) {
        Map<String, byte[]> files = new LinkedHashMap<>(Samples.files());
        change.accept(files);

        Reason refusal = refused(Archive.write(files));

        assertThat(refusal).isEqualTo(reason);
    }

    static Stream<Arguments> whatASignerMayGetWrong() {
        String payload = Samples.payload(Samples.CONTENT);
        return Stream.of(
                Arguments.of(payload.replace("entente-release/1", "entente-release/2"), Reason.FORMAT_UNKNOWN),
                Arguments.of(payload.replace("\"SECRET\"", "\"RESTRICTED\""), Reason.LABEL_DIFFERS),
                Arguments.of(payload.replace("[\"" + LABEL + "\"]", "[\"ffff\"]"), Reason.LABEL_DIFFERS),
                Arguments.of(payload.replace("[\"" + LABEL + "\"]", "[]"), Reason.LABEL_DIFFERS),
                Arguments.of(payload.replace("\"ipv4-addr--1\"", "\"ipv4-addr--2\""), Reason.BINDING_DIFFERS),
                Arguments.of(
                        payload.replace("\"issuer\"", "\"author\"").replace("\"files\"", "\"filed\""),
                        Reason.MANIFEST_MALFORMED),
                Arguments.of("[]", Reason.MANIFEST_MALFORMED));
    }

    @ParameterizedTest
    @MethodSource("whatASignerMayGetWrong")
    void refusesWhatDoesNotFitTogether(String payload, Reason reason) {
        byte[] archive = Archive.write(Samples.files(Samples.KEY, payload));

        Reason refusal = refused(archive);

        assertThat(refusal).isEqualTo(reason);
    }

    @Test
    void refusesEveryChangedByte() {
        byte[] archive = Archive.write(Samples.files());

        long accepted = Stream.iterate(0, index -> index < archive.length, index -> index + 1)
                .filter(index -> isAccepted(changed(archive, index)))
                .count();

        assertThat(accepted).isZero();
    }

    @Test
    void refusesAnythingShortOfTheWhole() {
        byte[] archive = Archive.write(Samples.files());

        long accepted = Stream.iterate(0, length -> length < archive.length, length -> length + 1)
                .filter(length -> isAccepted(Arrays.copyOf(archive, length)))
                .count();

        assertThat(accepted).isZero();
    }

    private static byte[] changed(byte[] archive, int index) {
        byte[] changed = archive.clone();
        changed[index] ^= 1;
        return changed;
    }

    private static boolean isAccepted(byte[] archive) {
        try {
            ReleasePackage.verify(archive, Samples.KEYS);
            return true;
        } catch (RefusedPackageException refused) {
            return false;
        }
    }

    private static Reason refused(byte[] archive) {
        return catchThrowableOfType(RefusedPackageException.class, () -> ReleasePackage.verify(archive, Samples.KEYS))
                .reason();
    }
}
