package org.entente.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {

    @TempDir
    Path folder;

    @Test
    void namesALivingProcess() {
        PidFile file = new PidFile(folder.resolve("a.pid"));

        file.write(ProcessHandle.current());

        assertThat(file.living()).contains(ProcessHandle.current());
    }

    @Test
    void aReusedProcessIdIsNotMistaken() throws Exception {
        Path path = folder.resolve("a.pid");
        Files.writeString(path, ProcessHandle.current().pid() + " 1000000\n");

        new PidFile(path).stopLeftOver(Duration.ofSeconds(1));

        assertThat(ProcessHandle.current().isAlive()).isTrue();
        assertThat(path).doesNotExist();
    }

    @Test
    void aMissingOrBrokenFileNamesNobody() throws Exception {
        Path broken = folder.resolve("broken.pid");
        Files.writeString(broken, "12 monkeys");

        assertThat(new PidFile(folder.resolve("none.pid")).living()).isEmpty();
        assertThat(new PidFile(broken).living()).isEmpty();
    }

    @Test
    void stopsTheProcessItNames() throws Exception {
        Process sleeping = new ProcessBuilder("sleep", "60").start();
        PidFile file = new PidFile(folder.resolve("a.pid"));
        file.write(sleeping.toHandle());

        file.stopLeftOver(Duration.ofSeconds(30));

        assertThat(sleeping.isAlive()).isFalse();
    }
}
