package org.entente.crisis;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import org.entente.embedded.testing.EmbeddedServers;

/** The real database and broker of all tests of the service. */
@QuarkusTestResource(
        value = EmbeddedServers.class,
        initArgs = @ResourceArg(name = "database", value = "crisis"),
        restrictToAnnotatedClass = false)
final class Servers {
    private Servers() {}
}
