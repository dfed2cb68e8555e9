package org.entente.suite.cli;

import java.io.IOException;
import java.util.Locale;
import org.entente.suite.launch.Progress;
import org.entente.suite.layout.Home;
import org.entente.suite.layout.Ports;
import org.entente.suite.login.Account;

/** What people see when everything is ready. */
record Welcome(Home home, Ports ports) {

    void show(Progress progress) throws IOException {
        String address = ports.publicUrl();
        progress.say("");
        progress.say("Entente is ready at " + address);
        progress.say("  services   " + address + "/catalog  /access  /audit  /crisis  (their APIs: …/openapi)");
        progress.say("  pages      " + address + "/access/pages");
        progress.say("  login      " + ports.issuer());
        progress.say("  authority  ./entente ca   prints the certificate that clients need to trust");
        progress.say("");
        progress.say("Demo accounts, all with the password " + home.secrets().demoPassword());
        for (Account account : Account.ALL) {
            progress.say(line(account));
        }
        progress.say("");
        progress.say("Try");
        progress.say("  ./entente demo");
        progress.say(
                "  curl --cacert \"$(./entente ca)\" -H \"Authorization: Bearer $(./entente token xaa-originator)\" "
                        + address + "/catalog/assets");
        progress.say("  ./entente status | logs catalog-service | down");
    }

    private static String line(Account account) {
        String where = "";
        if (account instanceof Account.Application) {
            where = "; an application, with a secret of its own";
        } else if (account instanceof Account.Person person && person.partner() != null) {
            where = "; logs in at " + person.partner().toUpperCase(Locale.ROOT) + " as " + person.username();
        }
        return String.format(Locale.ROOT, "  %-18s %s%s", account.name(), account.description(), where);
    }
}
