package org.entente.suite.verify;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.entente.tlog.Handover;
import org.entente.tlog.KeyChain;
import org.entente.tlog.Receipt;
import org.entente.tlog.Trust;
import org.entente.tlog.Verdict;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Verifies a receipt offline. */
@Command(name = "receipt", description = "verifies a receipt, offline", mixinStandardHelpOptions = true)
final class ReceiptCommand implements Callable<Integer> {

    @Parameters(paramLabel = "RECEIPT", description = "as /audit/receipts/{id} gave it")
    private Path file = Path.of("");

    @Mixin
    private TrustOptions trust = new TrustOptions();

    @Option(
            names = "--handovers",
            paramLabel = "FILE",
            description = "from the key that is trusted to newer ones, as /audit/log/handovers gives them")
    private @Nullable Path handovers;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (!trust.isGiven()) {
            throw new IOException("a receipt proves something only to whom holds --key or --policy");
        }
        PrintWriter out = spec.commandLine().getOut();
        return Outcome.of(out, () -> verify(out));
    }

    private Verdict verify(PrintWriter out) throws IOException {
        List<Handover> followed = handovers == null ? List.of() : KeyChain.parse(Inputs.text(handovers));
        Trust trusted = trust.trust(followed);
        Receipt receipt = Receipt.parse(Inputs.text(file));
        Verdict verdict = receipt.verify(trusted);
        if (verdict.isVerified()) {
            out.printf("entry %d: %s%n", receipt.proof().index(), receipt.event());
            out.printf("cosigned by %s%n", trust.witnessesOf(receipt.proof().checkpoint()));
        }
        return verdict;
    }
}
