package org.entente.suite.login;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who can be logged in for the demo, the tests and curl. */
public sealed interface Account {

    List<Account> ALL = List.of(
            new Person("xaa-originator", "registers assets for XAA", null, "xaa-originator"),
            new Person("xaa-originator-2", "approves what xaa-originator proposed", null, "xaa-originator-2"),
            new Person("xaa-liaison", "agrees and grants for XAA", null, "xaa-liaison"),
            new Person("xaa-liaison-2", "reviews what xaa-liaison granted", null, "xaa-liaison-2"),
            new Person("xaa-crisis", "activates plans for XAA", null, "xaa-crisis"),
            new Person("xaa-crisis-2", "confirms what takes a second person", null, "xaa-crisis-2"),
            new Person("xaa-auditor", "reads every record", null, "xaa-auditor"),
            new Person("xaa-auditor-2", "confirms what xaa-auditor proposed", null, "xaa-auditor-2"),
            new Person("xaa-policy", "keeps marking policies, partners and house rules", null, "xaa-policy"),
            new Person("xaa-policy-2", "approves house rules that xaa-policy proposed", null, "xaa-policy-2"),
            new Person("xbb-officer", "consents for XBB", "xbb", "officer"),
            new Person("xbb-analyst", "reads for XBB, cleared for SECRET", "xbb", "analyst"),
            new Person("xcc-officer", "consents for XCC", "xcc", "officer"),
            new Person("xcc-analyst", "reads for XCC, cleared for CONFIDENTIAL", "xcc", "analyst"),
            new Person("xcc-auditor", "examines for XCC, when invited", "xcc", "auditor"),
            new Application("agency-app", "an agency's application"),
            new Application("xbb-exchange", "XBB's threat-intelligence platform, over TAXII"),
            new Application("enforcement-point", "asks for decisions"));

    /** What the house calls the account. */
    String name();

    String description();

    /** The account of this name. */
    static Optional<Account> named(String name) {
        return ALL.stream().filter(account -> account.name().equals(name)).findFirst();
    }

    /**
     * Somebody who fills in a form.
     *
     * @param partner the partner's realm where the form is; null for the house's own
     * @param username what to fill in there
     */
    record Person(String name, String description, @Nullable String partner, String username) implements Account {}

    /** A client with a secret. */
    record Application(String name, String description) implements Account {}
}
