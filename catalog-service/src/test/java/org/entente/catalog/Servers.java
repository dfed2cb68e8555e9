package org.entente.catalog;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import org.entente.embedded.testing.EmbeddedServers;

/** What runs beside the service in every test. */
@QuarkusTestResource(
        value = EmbeddedServers.class,
        initArgs = {
            @ResourceArg(name = "database", value = "catalog"),
            @ResourceArg(name = "client", value = "catalog-service")
        })
@QuarkusTestResource(AccessPeerServer.class)
final class Servers {
    private Servers() {}
}
