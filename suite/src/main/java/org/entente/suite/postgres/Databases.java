package org.entente.suite.postgres;

import java.io.IOException;
import org.entente.embedded.Credentials;
import org.entente.embedded.Database;
import org.entente.suite.layout.Part;
import org.entente.suite.layout.Secrets;

/** Which databases there are, and who may do what in them. */
public record Databases(Secrets secrets) {

    /** A service's database: its owner migrates, its runtime user may do what the migrations grant. */
    public Database of(Part service) throws IOException {
        String name = service.domain();
        return new Database(name, user(name + "_owner"), user(name + "_service"));
    }

    /** Keycloak migrates its own database. */
    public Database keycloak() throws IOException {
        Credentials user = user("keycloak");
        return new Database("keycloak", user, user);
    }

    String superuserPassword() throws IOException {
        return secrets.text("postgresql-superuser");
    }

    private Credentials user(String name) throws IOException {
        return new Credentials(name, secrets.text("postgresql-" + name));
    }
}
