package org.entente.suite.verify;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.entente.tlog.Checkpoint;
import org.entente.tlog.ConsistencyProof;
import org.entente.tlog.KeyChain;
import org.entente.tlog.LogReader;
import org.entente.tlog.Reason;
import org.entente.tlog.SignedCheckpoint;
import org.entente.tlog.TileHashes;
import org.entente.tlog.Trust;
import org.entente.tlog.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares the log with a checkpoint that one has kept: it must have grown, and nothing else. */
@Command(
        name = "consistency",
        description = "proves that the log has only grown since a checkpoint that was kept",
        mixinStandardHelpOptions = true)
final class ConsistencyCommand implements Callable<Integer> {

    @Mixin
    private LogOptions log = new LogOptions();

    @Mixin
    private TrustOptions trust = new TrustOptions();

    @Parameters(index = "1", paramLabel = "CHECKPOINT", description = "file with the older checkpoint")
    private Path kept = Path.of("");

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        LogReader reader = log.reader();
        return Outcome.of(out, () -> compare(reader, out));
    }

    private Verdict compare(LogReader reader, PrintWriter out) throws IOException {
        SignedCheckpoint older = SignedCheckpoint.parse(Inputs.text(kept));
        SignedCheckpoint newer = reader.checkpoint();
        Trust trusted = trust.trust(KeyChain.parse(reader.handovers()), reader.key(), out);
        for (SignedCheckpoint signed : new SignedCheckpoint[] {older, newer}) {
            Verdict believed = trusted.verify(signed);
            if (!believed.isVerified()) {
                return believed;
            }
        }
        out.printf(
                "from %d to %d entries%n",
                older.checkpoint().size(), newer.checkpoint().size());
        return growth(reader, older.checkpoint(), newer.checkpoint());
    }

    private static Verdict growth(LogReader reader, Checkpoint older, Checkpoint newer) {
        if (!older.origin().equals(newer.origin())) {
            return Verdict.refused(Reason.ORIGIN_DIFFERS);
        }
        if (older.size() > newer.size()) {
            return Verdict.refused(Reason.SIZES_OUT_OF_ORDER);
        }
        TileHashes hashes = new TileHashes(newer.size(), reader::tile);
        return ConsistencyProof.of(hashes, older.size(), newer.size()).verify(older.root(), newer.root());
    }
}
