package org.entente.suite.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.entente.suite.layout.Home;
import org.entente.suite.layout.Ports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaimTest {

    @TempDir
    Path folder;

    @Test
    void whoHoldsTheClaimIsTheLauncher() throws Exception {
        Home home = Home.open(folder);
        try (Claim claim = Claim.take(home).orElseThrow()) {
            new RunningSuite(home).save(new Ports(9000), false);

            assertThat(claim).isNotNull();
            assertThat(new RunningSuite(home).launcher()).contains(ProcessHandle.current());
            assertThat(new RunningSuite(home).ports()).contains(new Ports(9000));
            assertThat(new RunningSuite(home).isReady()).isFalse();
        }
    }

    @Test
    void withoutALauncherWhatTheStateSaysDoesNotHold() throws Exception {
        Home home = Home.open(folder);
        Claim.take(home).orElseThrow().close();
        new RunningSuite(home).save(new Ports(9000), true);

        new RunningSuite(home).forget();

        assertThat(new RunningSuite(home).ports()).isEmpty();
        assertThat(new RunningSuite(home).isReady()).isFalse();
    }

    @Test
    void aNewLauncherIsNotReadyBecauseAKilledOneWas() throws Exception {
        // given
        Home home = Home.open(folder);
        Claim killed = Claim.take(home).orElseThrow();
        new RunningSuite(home).save(new Ports(9000), true);
        killed.close();

        // when
        Claim next = Claim.take(home).orElseThrow();

        // then
        assertThat(new RunningSuite(home).isReady()).isFalse();
        next.close();
    }
}
