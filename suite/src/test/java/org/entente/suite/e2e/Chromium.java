package org.entente.suite.e2e;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real browser, if there is one on this machine, that is shown a page and says what became of it. */
record Chromium(Path program) {
    private static final long SECONDS = 60;

    static Optional<Chromium> onPath() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Chromium::new);
    }

    /** The document that an address leads to, after the browser has read it. */
    String shown(String address, Path profile) {
        try {
            Process browser = new ProcessBuilder(List.of(
                            program.toString(),
                            "--headless",
                            "--no-sandbox",
                            "--disable-gpu",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync",
                            "--user-data-dir=" + profile,
                            "--dump-dom",
                            address))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String document = new String(browser.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!browser.waitFor(SECONDS, TimeUnit.SECONDS)) {
                browser.destroyForcibly();
            }
            return document;
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }
}
