package org.entente.suite.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.entente.tlog.Checkpoint;
import org.entente.tlog.Cosigner;
import org.entente.tlog.EntryBundle;
import org.entente.tlog.Handover;
import org.entente.tlog.Hash;
import org.entente.tlog.HashReader;
import org.entente.tlog.SignedCheckpoint;
import org.entente.tlog.SigningKey;
import org.entente.tlog.Tile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class LogCommandTest {

    private static final SigningKey FIRST = SigningKey.parse("xaa.example/log", SigningKey.generate());
    private static final SigningKey SECOND = SigningKey.parse("xaa.example/log", SigningKey.generate());
    private static final Cosigner WITNESS = Cosigner.parse("xbb.example/witness", SigningKey.generate());

    @TempDir
    Path folder;

    private final List<byte[]> entries = new ArrayList<>();
    private final StringWriter said = new StringWriter();

    @BeforeEach
    void aSmallLog() throws IOException {
        for (int number = 0; number < 20; number++) {
            entries.add(("entry " + number).getBytes(StandardCharsets.UTF_8));
        }
        Files.writeString(folder.resolve("first"), FIRST.verifierKey().toString());
        publish(FIRST);
    }

    @Test
    void aSoundLogIsVerified() throws IOException {
        assertThat(run(
                        "fsck",
                        folder.toString(),
                        "--key",
                        folder.resolve("first").toString()))
                .isZero();
        assertThat(run("fsck", folder.toString())).isZero();
        assertThat(said.toString()).contains("VERIFIED", "20 entries", "NOTE: without --key");
    }

    @Test
    void aChangedByteIsRefused() throws IOException {
        Path bundle = folder.resolve(Tile.entries(0, 20).path());
        byte[] bytes = Files.readAllBytes(bundle);
        bytes[30] ^= 1;
        Files.write(bundle, bytes);

        assertThat(run("fsck", folder.toString())).isEqualTo(1);
        assertThat(said.toString()).contains("REFUSED: a tile does not hold");
    }

    @Test
    void anotherKeyIsRefused() throws IOException {
        Path other =
                Files.writeString(folder.resolve("other"), SECOND.verifierKey().toString());

        assertThat(run("fsck", folder.toString(), "--key", other.toString())).isEqualTo(1);
    }

    @Test
    void anEntryIsProven() throws IOException {
        Path proof = folder.resolve("proof");

        assertThat(run("inclusion", folder.toString(), "7", "--out", proof.toString()))
                .isZero();
        assertThat(said.toString()).contains("entry 7");
        assertThat(proof).content().startsWith("c2sp.org/tlog-proof@v1\nindex 7\n");
        assertThat(run("inclusion", folder.toString(), "20")).isEqualTo(1);
    }

    @Test
    void aLogThatHasGrownIsConsistentAndARewrittenOneIsNot() throws IOException {
        Path kept = Files.copy(folder.resolve("checkpoint"), folder.resolve("kept"));
        entries.add(new byte[] {1});
        publish(FIRST);
        assertThat(run("consistency", folder.toString(), kept.toString())).isZero();

        entries.set(3, new byte[] {2});
        publish(FIRST);
        assertThat(run("consistency", folder.toString(), kept.toString())).isEqualTo(1);
    }

    @Test
    void aHandoverIsFollowedIfItStandsInTheLog() throws IOException {
        Handover handover = Handover.sign(FIRST, SECOND, 21);
        Files.writeString(folder.resolve("handovers"), handover.note().toString());
        entries.add(handover.entry());
        publish(SECOND);
        assertThat(run(
                        "fsck",
                        folder.toString(),
                        "--key",
                        folder.resolve("first").toString()))
                .isZero();

        entries.set(20, new byte[] {1});
        publish(SECOND);
        assertThat(run(
                        "fsck",
                        folder.toString(),
                        "--key",
                        folder.resolve("first").toString()))
                .isEqualTo(1);
        assertThat(said.toString()).contains("REFUSED: the log does not hold the hand-over");
    }

    @Test
    void aPolicyAsksForItsQuorum() throws IOException {
        Path policy = Files.writeString(
                folder.resolve("policy"),
                "log " + FIRST.verifierKey() + "\nwitness ally " + WITNESS.verifierKey() + "\nquorum ally\n");
        assertThat(run("fsck", folder.toString(), "--policy", policy.toString()))
                .isEqualTo(1);

        SignedCheckpoint signed = SignedCheckpoint.parse(Files.readString(folder.resolve("checkpoint")));
        Files.writeString(
                folder.resolve("checkpoint"),
                signed.with(List.of(WITNESS.cosign(signed, Instant.ofEpochSecond(1))))
                        .toString());
        assertThat(run("fsck", folder.toString(), "--policy", policy.toString()))
                .isZero();
        assertThat(said.toString()).contains("cosigned by [ally]");
    }

    @Test
    void aReceiptNeedsAKey() throws IOException {
        assertThat(run("receipt", folder.resolve("first").toString())).isEqualTo(1);
        assertThat(run(
                        "receipt",
                        folder.resolve("first").toString(),
                        "--key",
                        folder.resolve("first").toString()))
                .isEqualTo(1);
    }

    private int run(String... arguments) {
        PrintWriter writer = new PrintWriter(said);
        return new CommandLine(new LogCommand())
                .setOut(writer)
                .setErr(writer)
                .setExecutionExceptionHandler((failure, command, parsed) -> 1)
                .execute(arguments);
    }

    private void publish(SigningKey key) throws IOException {
        int size = entries.size();
        List<Hash> leaves = entries.stream().map(Hash::leaf).toList();
        HashReader hashes = new Leaves(leaves);
        Checkpoint checkpoint = new Checkpoint(key.name(), size, hashes.root(size));
        Files.writeString(
                folder.resolve("checkpoint"),
                SignedCheckpoint.sign(checkpoint, key).toString());
        Files.writeString(folder.resolve("key"), key.verifierKey() + "\n");
        byte[] tile = new byte[size * Hash.LENGTH];
        for (int i = 0; i < size; i++) {
            System.arraycopy(leaves.get(i).bytes(), 0, tile, i * Hash.LENGTH, Hash.LENGTH);
        }
        write(new Tile(0, 0, size), tile);
        write(Tile.entries(0, size), new EntryBundle(entries).bytes());
    }

    private void write(Tile tile, byte[] bytes) throws IOException {
        Path file = folder.resolve(tile.path());
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    private record Leaves(List<Hash> leaves) implements HashReader {
        @Override
        public Hash read(int height, long index) {
            return height == 0
                    ? leaves.get((int) index)
                    : Hash.node(read(height - 1, index * 2), read(height - 1, index * 2 + 1));
        }
    }
}
