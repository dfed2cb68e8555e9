package org.entente.suite.verify;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.entente.tlog.InclusionProof;
import org.entente.tlog.KeyChain;
import org.entente.tlog.LogProof;
import org.entente.tlog.LogReader;
import org.entente.tlog.MalformedException;
import org.entente.tlog.SignedCheckpoint;
import org.entente.tlog.TileHashes;
import org.entente.tlog.Verdict;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Builds the proof of one entry from tiles, and verifies it. */
@Command(
        name = "inclusion",
        description = "proves that an entry is in the tree of the newest checkpoint",
        mixinStandardHelpOptions = true)
final class InclusionCommand implements Callable<Integer> {

    @Mixin
    private LogOptions log = new LogOptions();

    @Mixin
    private TrustOptions trust = new TrustOptions();

    @Parameters(index = "1", paramLabel = "INDEX", description = "of the entry, from 0")
    private long index;

    @Option(names = "--out", paramLabel = "FILE", description = "where to write the proof (c2sp.org/tlog-proof)")
    private @Nullable Path proofFile;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        LogReader reader = log.reader();
        return Outcome.of(out, () -> prove(reader, out));
    }

    private Verdict prove(LogReader reader, PrintWriter out) throws IOException {
        SignedCheckpoint signed = reader.checkpoint();
        long size = signed.checkpoint().size();
        if (index < 0 || index >= size) {
            throw new MalformedException("the log has entries 0 to " + (size - 1));
        }
        byte[] entry = reader.entry(index, size);
        LogProof proof = LogProof.of(InclusionProof.of(new TileHashes(size, reader::tile), index, size), signed);
        out.println(new String(entry, StandardCharsets.UTF_8));
        if (proofFile != null) {
            Files.writeString(proofFile, proof.toString());
        }
        return proof.verify(entry, trust.trust(KeyChain.parse(reader.handovers()), reader.key(), out));
    }
}
