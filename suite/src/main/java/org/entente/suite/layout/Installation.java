package org.entente.suite.layout;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** What the build left in the checkout, and the home of the suite that runs from it. */
public record Installation(Path checkout, Path homeFolder) {

    /** The checkout that {@code ./entente} names, and {@code ENTENTE_HOME} or {@code .entente} in it. */
    public static Installation current() {
        Path checkout = Path.of(System.getProperty("entente.checkout", "")).toAbsolutePath();
        String home = System.getenv("ENTENTE_HOME");
        return new Installation(
                checkout, home == null || home.isBlank() ? checkout.resolve(".entente") : Path.of(home));
    }

    public Home home() throws IOException {
        return Home.open(homeFolder);
    }

    /** The folder with the runnable form of a service. */
    public Path application(Part service) {
        return checkout.resolve(service.label()).resolve("target/quarkus-app");
    }

    /** The Keycloak distribution that the build fetched. */
    public Path keycloakArchive() throws IOException {
        return Path.of(property("keycloak.archive"));
    }

    public String keycloakVersion() throws IOException {
        return property("keycloak.version");
    }

    private String property(String name) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(checkout.resolve("suite/target/suite.properties"))) {
            properties.load(reader);
        }
        String value = properties.getProperty(name);
        if (value == null) {
            throw new IOException("the build did not say " + name + "; build the suite again");
        }
        return value;
    }
}
