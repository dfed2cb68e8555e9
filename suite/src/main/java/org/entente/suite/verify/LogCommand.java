package org.entente.suite.verify;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./entente log}: exit code 0 only if everything that was looked at holds. */
@Command(
        name = "log",
        description = "Verifies a transparency log, trusting nobody but a key (docs/log.md).",
        subcommands = {
            FsckCommand.class,
            InclusionCommand.class,
            ConsistencyCommand.class,
            ReceiptCommand.class,
            DrawCommand.class
        })
public final class LogCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    /** Without a command there is nothing to verify. */
    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(), "say what to verify: fsck, inclusion, consistency, receipt or draw");
    }
}
