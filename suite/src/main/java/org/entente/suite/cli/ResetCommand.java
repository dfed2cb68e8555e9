package org.entente.suite.cli;

import java.io.Console;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.entente.suite.layout.Home;
import org.entente.suite.layout.Installation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Stops everything and removes all data. */
@Command(name = "reset", description = "stop everything and remove all data, secrets and logs")
final class ResetCommand implements Callable<Integer> {

    @Option(names = "--yes", description = "do not ask")
    private boolean yes;

    @Override
    public Integer call() throws IOException {
        Home home = Installation.current().home();
        if (!yes && !confirmed(home)) {
            System.out.println("Nothing was removed (--yes does not ask)");
            return 1;
        }
        DownCommand.stop(home);
        home.reset();
        System.out.println("All data were removed from " + home.folder());
        return 0;
    }

    private static boolean confirmed(Home home) {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        String answer = console.readLine("Remove all data, secrets and logs from %s? [y/N] ", home.folder());
        return answer != null && answer.trim().toLowerCase(Locale.ROOT).startsWith("y");
    }
}
