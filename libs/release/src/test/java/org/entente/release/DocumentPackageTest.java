package org.entente.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentPackageTest {
    private static final String DOCUMENT = "> Released to XBB.\n\n(SECRET) The pumps stood still.\n\n";
    private static final String PARAGRAPH = "(SECRET) The pumps stood still.";
    private static final int START = DOCUMENT.indexOf(PARAGRAPH);
    private static final int END = START + PARAGRAPH.length();

    @Test
    void holdsItsParagraphsToTheirLabels() {
        byte[] archive = archive(START, END, PARAGRAPH);

        Manifest manifest = ReleasePackage.verify(archive, Samples.KEYS).manifest();

        assertThat(manifest.partner()).isEqualTo("XBB");
    }

    @ParameterizedTest
    @CsvSource({"0, 5", "-1, 3", "5, 4", "0, 9999"})
    void isRefusedWhereAParagraphIsElsewhere(int start, int end) {
        byte[] archive = archive(start, end, PARAGRAPH);

        RefusedPackageException refusal =
                catchThrowableOfType(RefusedPackageException.class, () -> ReleasePackage.verify(archive, Samples.KEYS));

        assertThat(refusal.reason()).isEqualTo(Reason.BINDING_DIFFERS);
    }

    @Test
    void isRefusedWithoutContent() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(Manifest.FILE, signed(payload(0, 0, "").replaceAll("\"files\": \\[[^]]*]", "\"files\": []")));

        RefusedPackageException refusal = catchThrowableOfType(
                RefusedPackageException.class, () -> ReleasePackage.verify(Archive.write(files), Samples.KEYS));

        assertThat(refusal.reason()).isEqualTo(Reason.FILE_MISSING);
    }

    private static byte[] archive(int start, int end, String paragraph) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(Manifest.FILE, signed(payload(start, end, paragraph)));
        files.put(ReleasePackage.DOCUMENT, Samples.bytes(DOCUMENT));
        return Archive.write(files);
    }

    private static byte[] signed(String payload) {
        return SignedManifest.sign(Samples.KEY, Samples.bytes(payload)).getBytes(StandardCharsets.US_ASCII);
    }

    private static String payload(int start, int end, String paragraph) {
        return Samples.payload(DOCUMENT)
                .replace("content/bundle.json", "content/document.md")
                .replace(
                        ReleasePackage.sha256(Samples.bytes(Samples.OBJECT)),
                        ReleasePackage.sha256(Samples.bytes(paragraph)))
                .replace("{\"id\": \"ipv4-addr--1\"", "{\"id\": \"p1\", \"start\": " + start + ", \"end\": " + end);
    }
}
