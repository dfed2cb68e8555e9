package org.entente.suite.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.entente.suite.layout.Part;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SupervisorTest {

    private final BlockingQueue<ProcessHandle> started = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
    private final Supervisor supervisor = new Supervisor(said::add);

    @AfterEach
    void stop() {
        supervisor.close();
        started.forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    void whatEndsUnexpectedlyIsStartedAgain() throws Exception {
        supervisor.start(new Sleeper());
        ProcessHandle first = started.take();

        first.destroyForcibly();

        assertThat(started.poll(30, TimeUnit.SECONDS)).isNotNull().isNotEqualTo(first);
        assertThat(said.take()).startsWith("audit-service ended unexpectedly");
        assertThat(said.take()).isEqualTo("audit-service is ready again");
    }

    @Test
    void nothingIsStartedAgainOnceItIsClosed() throws Exception {
        supervisor.start(new Sleeper());
        ProcessHandle first = started.take();
        supervisor.close();

        first.destroyForcibly();
        first.onExit().get(60, TimeUnit.SECONDS);

        assertThat(started.poll(Backoff.INITIAL.delay().toMillis() * 3, TimeUnit.MILLISECONDS))
                .isNull();
    }

    @Test
    void itWaitsLongerEachTimeUpToAMinute() {
        Backoff backoff = Backoff.INITIAL;
        for (int restart = 0; restart < 20; restart++) {
            Backoff next = backoff.next();
            assertThat(next.delay()).isGreaterThanOrEqualTo(backoff.delay());
            backoff = next;
        }
        assertThat(backoff.delay()).hasSeconds(60);
    }

    private final class Sleeper implements Component {

        @Override
        public Part part() {
            return Part.AUDIT;
        }

        @Override
        public ProcessHandle start() throws IOException {
            ProcessHandle process = new ProcessBuilder("sleep", "60").start().toHandle();
            started.add(process);
            return process;
        }
    }
}
