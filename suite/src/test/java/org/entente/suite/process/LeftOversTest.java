package org.entente.suite.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.entente.suite.layout.Home;
import org.entente.suite.layout.Part;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftOversTest {

    @TempDir
    Path folder;

    private Home home;

    @BeforeEach
    void open() throws Exception {
        home = Home.open(folder);
    }

    @Test
    void aProcessOfAKilledLauncherIsFoundAndStopped() throws Exception {
        ChildProcess.launch(home, Part.CRISIS, List.of("sleep", "60"), Map.of());
        ProcessHandle process = new LeftOvers(home).process(Part.CRISIS).orElseThrow();

        new LeftOvers(home).stopAll();

        assertThat(process.isAlive()).isFalse();
        assertThat(new LeftOvers(home).process(Part.CRISIS)).isEmpty();
    }

    @Test
    void aProcessThatOnlyHasTheSameIdIsLeftAlone() throws Exception {
        Process stranger = new ProcessBuilder("sleep", "60").start();
        Path file = home.pidFile(Part.CRISIS).file();
        Files.createDirectories(file.getParent());
        Files.writeString(file, stranger.pid() + " 1000000\n");

        new LeftOvers(home).stopAll();

        assertThat(stranger.isAlive()).isTrue();
        stranger.destroyForcibly();
    }

    @Test
    void aChildInheritsNothingThatCouldChangeItsConfiguration() throws Exception {
        ChildProcess.launch(home, Part.CRISIS, List.of("env"), Map.of("QUARKUS_HTTP_PORT", "1"));
        new LeftOvers(home).process(Part.CRISIS).ifPresent(process -> process.onExit()
                .join());

        assertThat(Files.readAllLines(home.log(Part.CRISIS)))
                .contains("QUARKUS_HTTP_PORT=1")
                .allMatch(line -> line.matches("(PATH|HOME|USER|LANG|TMPDIR|TZ|JAVA_HOME|QUARKUS_HTTP_PORT)=.*"));
    }
}
