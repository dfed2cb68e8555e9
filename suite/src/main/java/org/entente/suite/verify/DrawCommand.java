package org.entente.suite.verify;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.entente.tlog.Draw;
import org.entente.tlog.MalformedException;
import org.entente.tlog.SignedCheckpoint;
import org.entente.tlog.Verdict;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Draws again what an examiner drew, offline. */
@Command(
        name = "draw",
        description = "draws entries again from checkpoint and nonce, offline (docs/examinations.md)",
        mixinStandardHelpOptions = true)
final class DrawCommand implements Callable<Integer> {

    private static final int LARGEST = 100_000;

    @Parameters(paramLabel = "CHECKPOINT", description = "the checkpoint of the examination, a signed note")
    private Path checkpoint = Path.of("");

    @Option(names = "--nonce", required = true, paramLabel = "BASE64", description = "what the examiner opened")
    private String nonce = "";

    @Option(names = "--commitment", paramLabel = "BASE64", description = "what the examiner had committed to")
    private @Nullable String commitment;

    @Option(names = "--first", paramLabel = "INDEX", description = "the first entry to draw from; 0 unless given")
    private long first;

    @Option(names = "--end", paramLabel = "INDEX", description = "the first entry no more; all unless given")
    private @Nullable Long end;

    @Option(names = "--count", required = true, paramLabel = "N", description = "how many entries to draw")
    private int count;

    @Mixin
    private TrustOptions trust = new TrustOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (count < 1 || count > LARGEST) {
            throw new IOException("--count is a number from 1 to " + LARGEST);
        }
        if (!trust.isGiven()) {
            throw new IOException("a checkpoint proves something only to whom holds --key or --policy");
        }
        PrintWriter out = spec.commandLine().getOut();
        return Outcome.of(out, () -> draw(out));
    }

    private Verdict draw(PrintWriter out) throws IOException {
        SignedCheckpoint signed = SignedCheckpoint.parse(Inputs.text(checkpoint));
        Verdict verdict = trust.trust(List.of()).verify(signed);
        byte[] opened = Draw.parse(nonce);
        if (commitment != null && !Draw.commitment(opened).equals(commitment)) {
            throw new MalformedException("the nonce is not what was committed to");
        }
        if (verdict.isVerified()) {
            long until = end == null ? signed.checkpoint().size() : end;
            new Draw(opened, signed.checkpoint(), first, until).next(count).forEach(out::println);
        }
        return verdict;
    }
}
