package org.entente.suite.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.entente.suite.demo.View;
import org.entente.suite.layout.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SuiteExtension.class)
class LauncherIT {

    private final PackagedSuite suite;
    private final String port;

    LauncherIT(PackagedSuite suite) {
        this.suite = suite;
        this.port = Integer.toString(suite.ports().base());
    }

    @Test
    void aSecondStartIsRefusedInOneLine() {
        // when
        Command.Outcome outcome = suite.command().run("up", "--port", port);

        // then
        assertThat(outcome.exitCode()).isNotZero();
        assertThat(outcome.output().strip()).contains("already running").doesNotContain("\n");
    }

    @Test
    void aPortInUseIsSaidInOneLine(@TempDir Path home) {
        // given
        Command elsewhere = new Command(suite.command().checkout(), home);

        // when
        Command.Outcome outcome = elsewhere.run("up", "--port", port);

        // then
        assertThat(outcome.exitCode()).isNotZero();
        assertThat(outcome.output().lines())
                .filteredOn(line -> line.contains("port " + port))
                .hasSize(1);
        assertThat(outcome.output()).doesNotContain("\tat ");
    }

    @Test
    void aKilledLauncherLeavesNothingThatTheNextStartCannotCleanUp() {
        try (Situation situation = Situation.agreed(suite)) {
            // given
            View before = situation.view();
            suite.kill(Part.GATEWAY);

            // when
            suite.up();

            // then
            assertThat(situation.view().objects()).isNotEmpty().isEqualTo(before.objects());
        }
    }
}
