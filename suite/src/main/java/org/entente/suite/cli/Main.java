package org.entente.suite.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.logging.LogManager;
import org.entente.suite.demo.DemoCommand;
import org.entente.suite.verify.LogCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./entente}: the whole of Entente on this machine. */
@Command(
        name = "entente",
        description = "The whole of Entente on this machine: PostgreSQL, Kafka, Keycloak, four services, one address.",
        mixinStandardHelpOptions = true,
        version = "0.1.0",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            ResetCommand.class,
            LogsCommand.class,
            CaCommand.class,
            TokenCommand.class,
            DemoCommand.class,
            FixtureCommand.class,
            VerifyReleaseCommand.class,
            LogCommand.class
        })
public final class Main implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    public static void main(String[] arguments) throws IOException {
        LogManager.getLogManager().readConfiguration(Main.class.getResourceAsStream("/logging.properties"));
        CommandLine commands = new CommandLine(new Main()).setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println("entente: " + failure.getMessage());
            return 1;
        });
        System.exit(commands.execute(arguments));
    }

    /** Without a command there is nothing to do. */
    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "say what to do:");
    }
}
