package org.entente.suite.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.entente.suite.demo.Patience;
import org.entente.suite.layout.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The log as a stranger verifies it, with the command and a key. */
@ExtendWith(SuiteExtension.class)
class LogIT {

    private final PackagedSuite suite;

    @TempDir
    Path folder;

    LogIT(PackagedSuite suite) {
        this.suite = suite;
    }

    @Test
    void anyoneVerifiesTheWholeLogAndThatItHasOnlyGrown() throws Exception {
        try (Situation situation = Situation.agreed(suite)) {
            // given
            Path kept = save("checkpoint");
            Path key = save("key");
            situation.view();
            suite.kill(Part.AUDIT);
            suite.awaitReady(Part.AUDIT);
            Patience.until(() -> size(save("newer", "checkpoint")), size -> size > size(kept));

            // when
            Command.Outcome fsck = log("fsck", log(), "--key", key.toString());
            Command.Outcome grown = log("consistency", log(), kept.toString(), "--key", key.toString());
            Command.Outcome proven = log("inclusion", log(), "0", "--key", key.toString());

            // then
            assertThat(fsck.output()).contains("VERIFIED");
            assertThat(grown.output()).contains("VERIFIED");
            assertThat(proven.output()).contains("entente-entry/1", "VERIFIED");
        }
    }

    @Test
    void aReceiptIsVerifiedOffline() throws Exception {
        try (Situation situation = Situation.agreed(suite)) {
            // given
            String decision = situation.view().decision().orElseThrow();
            Path receipt = folder.resolve("receipt.json");
            Files.writeString(
                    receipt,
                    Patience.until(
                                    () -> situation.acts().as("xbb-analyst").get("/audit/receipts/" + decision),
                                    answer -> answer.status() == 200)
                            .text());

            // when
            Command.Outcome verified = suite.command()
                    .run(
                            "log",
                            "receipt",
                            receipt.toString(),
                            "--key",
                            save("key").toString());

            // then
            assertThat(verified.output()).contains("VERIFIED", decision);
            assertThat(verified.exitCode()).isZero();
        }
    }

    private Command.Outcome log(String command, String... arguments) {
        String authority = suite.command().run("ca").output().strip();
        String[] all = new String[arguments.length + 4];
        all[0] = "log";
        all[1] = command;
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        all[all.length - 2] = "--ca";
        all[all.length - 1] = authority;
        return suite.command().run(all);
    }

    private String log() {
        return suite.ports().publicUrl() + "/audit/log";
    }

    private Path save(String what) {
        return save(what, what);
    }

    private Path save(String file, String what) {
        try {
            String text = suite.client()
                    .anonymous()
                    .get("/audit/log/" + what)
                    .expect(200)
                    .text();
            return Files.writeString(folder.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long size(Path checkpoint) {
        try {
            return Long.parseLong(Files.readAllLines(checkpoint).get(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
