package org.entente.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Packages with attachments, larger than what is read of them at a time. */
class AttachedPackageTest {
    private static final byte[] ATTACHMENT = new byte[(2 << 20) + 17];

    static {
        new Random(7).nextBytes(ATTACHMENT);
    }

    @TempDir
    private Path folder;

    @Test
    void holdsAsAFileThatIsNeverWholeInMemory() throws IOException {
        Path file = Files.write(folder.resolve("p.zip"), Archive.write(Samples.withAttachment(ATTACHMENT)));

        try (FileChannel archive = FileChannel.open(file)) {
            Manifest manifest = ReleasePackage.verify(archive, Samples.KEYS).manifest();

            assertThat(manifest.attachments()).containsExactly("attachments/1-plan.pdf");
        }
    }

    @Test
    void holdsInPartsAsItDoesAsAWhole() {
        Map<String, byte[]> files = Samples.withAttachment(ATTACHMENT);
        List<Archive.Entry> entries = files.entrySet().stream()
                .map(file -> Archive.Entry.of(file.getKey(), file.getValue()))
                .toList();

        ByteArrayOutputStream parts = new ByteArrayOutputStream();
        entries.forEach(entry -> {
            parts.writeBytes(entry.header());
            parts.writeBytes(files.get(entry.name()));
        });
        parts.writeBytes(Archive.directory(entries));

        assertThat(parts.toByteArray()).isEqualTo(Archive.write(files));
    }

    @Test
    void isRefusedWhereTheAttachmentIsAnother() {
        Map<String, byte[]> files = Samples.withAttachment(ATTACHMENT);
        byte[] other = ATTACHMENT.clone();
        other[1 << 20] ^= 1;
        files.put("attachments/1-plan.pdf", other);

        assertThat(refused(Archive.write(files))).isEqualTo(Reason.FILE_DIFFERS);
    }

    @Test
    void isRefusedWhereAByteOfTheAttachmentIsChangedInPlace() {
        byte[] archive = Archive.write(Samples.withAttachment(ATTACHMENT));
        archive[archive.length - (1 << 20)] ^= 1;

        assertThat(refused(archive)).isEqualTo(Reason.ARCHIVE_MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"id\": \"attachment:1\", \"file\": \"attachments/2.pdf\", \"labels\": [\"LABEL\"], \"sha256\": \"SHA\"}",
                "{\"id\": \"attachment:1\", \"file\": \"attachments/1-plan.pdf\", \"labels\": [\"LABEL\"], \"sha256\": \"00\"}",
                "{\"id\": \"attachment:1\", \"file\": \"content/bundle.json\", \"labels\": [\"LABEL\"], \"sha256\": \"SHA\"}"
            })
    void isRefusedWhereTheAttachmentIsNotBoundToItsLabel(String binding) {
        String bound = binding.replace("LABEL", ReleasePackage.sha256(Samples.bytes(Samples.LABEL)))
                .replace("SHA", ReleasePackage.sha256(ATTACHMENT));

        Reason reason = refused(Archive.write(Samples.withAttachment(ATTACHMENT, bound)));

        assertThat(reason).isEqualTo(Reason.BINDING_DIFFERS);
    }

    private static Reason refused(byte[] archive) {
        return catchThrowableOfType(RefusedPackageException.class, () -> ReleasePackage.verify(archive, Samples.KEYS))
                .reason();
    }
}
