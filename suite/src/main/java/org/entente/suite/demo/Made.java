package org.entente.suite.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * What runs of the story have put in force and not yet ended, one request path per line.
 *
 * <p>It is a file because a run can be cut short: the next one then ends what was left, or else its numbers would be different.
 */
public record Made(Path file) {

    private static final int GONE = 404;
    private static final int ENDED_BEFORE = 409;

    void grant(String id) {
        add("xaa-liaison /access/grants/" + id + "/withdrawal");
    }

    void agreement(String id) {
        add("xaa-liaison /access/agreements/" + id + "/end");
    }

    void activation(String id) {
        add("xaa-crisis /crisis/activations/" + id + "/end");
    }

    /** It takes two persons; what is written first is done last. */
    void degradation(String id) {
        add("xaa-crisis /crisis/degradations/" + id + "/reversal/approval");
        add("xaa-liaison /crisis/degradations/" + id + "/reversal");
    }

    /** Two persons for this, too. */
    void rule(String id) {
        add("xaa-liaison /crisis/degradation-rules/" + id + "/end/approval");
        add("xaa-crisis /crisis/degradation-rules/" + id + "/end");
    }

    /** Ends everything, newest first. */
    void endAll(EntenteClient client) {
        List<String> lines = lines();
        for (int i = lines.size() - 1; i >= 0; i--) {
            String[] line = lines.get(i).split(" ", 2);
            client.as(line[0])
                    .post(line[1], JsonNodeFactory.instance.objectNode().put("reason", "The story is over."))
                    .expect(200, GONE, ENDED_BEFORE);
        }
        try {
            Files.deleteIfExists(file);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private List<String> lines() {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private void add(String line) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
