package org.entente.suite.launch;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.entente.suite.layout.Home;
import org.entente.suite.layout.Part;
import org.entente.suite.layout.Ports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreflightTest {

    @TempDir
    Path folder;

    @Test
    void aPortInUseIsSaidInOneLineThatNamesPartAndPort() throws Exception {
        Ports ports = new Ports(31543);
        Preflight preflight = new Preflight(Home.open(folder), ports);
        try (ServerSocket taken = new ServerSocket(ports.of(Part.KEYCLOAK), 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(preflight::check)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("port " + taken.getLocalPort())
                    .hasMessageContaining("keycloak")
                    .hasMessageNotContaining("\n");
        }
    }
}
