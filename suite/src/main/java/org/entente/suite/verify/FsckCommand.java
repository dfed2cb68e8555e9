package org.entente.suite.verify;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.entente.tlog.Checkpoint;
import org.entente.tlog.Handover;
import org.entente.tlog.KeyChain;
import org.entente.tlog.LogAudit;
import org.entente.tlog.LogReader;
import org.entente.tlog.Reason;
import org.entente.tlog.SignedCheckpoint;
import org.entente.tlog.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The full audit: every entry hashed, every tile recomputed, the root compared with the signed one. */
@Command(
        name = "fsck",
        description = "full audit: recomputes every tile from the entries",
        mixinStandardHelpOptions = true)
final class FsckCommand implements Callable<Integer> {

    @Mixin
    private LogOptions log = new LogOptions();

    @Mixin
    private TrustOptions trust = new TrustOptions();

    @Option(
            names = "--readers",
            paramLabel = "N",
            description = "tiles to read at a time; ${DEFAULT-VALUE} if absent",
            defaultValue = "8")
    private int readers;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        LogReader reader = log.reader();
        return Outcome.of(out, () -> audit(reader, out));
    }

    private Verdict audit(LogReader reader, PrintWriter out) throws IOException {
        SignedCheckpoint signed = reader.checkpoint();
        Checkpoint checkpoint = signed.checkpoint();
        List<Handover> handovers = KeyChain.parse(reader.handovers());
        Verdict believed = trust.trust(handovers, reader.key(), out).verify(signed);
        if (!believed.isVerified()) {
            return believed;
        }
        out.printf("log %s, %d entries, root %s%n", checkpoint.origin(), checkpoint.size(), checkpoint.root());
        out.printf("cosigned by %s%n", trust.witnessesOf(signed));
        Verdict sound = new LogAudit(checkpoint.size(), reader::tile, Math.max(1, readers)).verify(checkpoint);
        return sound.isVerified() ? handedOver(reader, checkpoint, handovers) : sound;
    }

    /** Each hand-over stands in the log as the last entry before the key that it names. */
    private static Verdict handedOver(LogReader reader, Checkpoint checkpoint, List<Handover> handovers) {
        boolean allStand = handovers.stream()
                .allMatch(handover -> handover.size() <= checkpoint.size()
                        && Arrays.equals(handover.entry(), reader.entry(handover.size() - 1, checkpoint.size())));
        return Verdict.of(allStand, Reason.HANDOVER_MISSING);
    }
}
