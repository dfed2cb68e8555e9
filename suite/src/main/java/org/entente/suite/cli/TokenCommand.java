package org.entente.suite.cli;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.entente.suite.launch.RunningSuite;
import org.entente.suite.layout.Home;
import org.entente.suite.layout.Installation;
import org.entente.suite.layout.Ports;
import org.entente.suite.login.Account;
import org.entente.suite.login.Tokens;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Logs a demo account in, the way its owner would, and prints the access token. */
@Command(name = "token", description = "print an access token of a demo account or application, for curl")
final class TokenCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "xaa-originator, xbb-analyst, agency-app, …")
    private String name = "";

    @Option(
            names = "--audience",
            split = ",",
            description = "the services that the token is for (default: all; an application's are fixed)")
    private Set<String> audiences = Set.of();

    @Option(names = "--acr", description = "how strong the login is: password (default), otp")
    private String acr = "password";

    @Override
    public Integer call() throws IOException {
        if (Account.named(name).isEmpty()) {
            throw new IOException("there is no account " + name + "; there are "
                    + Account.ALL.stream().map(Account::name).collect(Collectors.joining(", ")));
        }
        if (!Tokens.ALL_SERVICES.containsAll(audiences)) {
            throw new IOException("an audience is one of " + String.join(", ", Tokens.ALL_SERVICES));
        }
        if (!List.of("password", "otp").contains(acr)) {
            throw new IOException("the demo accounts log in by password or otp");
        }
        Home home = Installation.current().home();
        Ports ports = new RunningSuite(home)
                .ports()
                .orElseThrow(() -> new IOException("Entente is not running (./entente up)"));
        Tokens tokens = Tokens.of(home, ports);
        Set<String> services = audiences.isEmpty() ? Tokens.ALL_SERVICES : audiences;
        System.out.println(tokens.token(name, services, acr.equals("password") ? null : acr));
        return 0;
    }
}
