package org.entente.tlog;

import java.util.List;

/** What a log commits to at one moment: its name, the tree's size and its root (C2SP tlog-checkpoint). */
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {

    public Checkpoint {
        extensions = List.copyOf(extensions);
        if (origin.isEmpty() || size < 0 || extensions.contains("")) {
            throw new MalformedException("a checkpoint has an origin, a size from 0, and no empty line");
        }
    }

    public Checkpoint(String origin, long size, Hash root) {
        this(origin, size, root, List.of());
    }

    /** Reads the text of a note; throws {@link MalformedException}. */
    public static Checkpoint parse(String text) {
        List<String> lines = List.of(text.split("\n", -1));
        if (lines.size() < 4 || !lines.get(lines.size() - 1).isEmpty()) {
            throw new MalformedException("a checkpoint has three lines and ends in a newline");
        }
        return new Checkpoint(
                lines.get(0),
                Decimal.parse(lines.get(1), "the tree size"),
                Hash.parse(lines.get(2)),
                lines.subList(3, lines.size() - 1));
    }

    /** The text to sign. */
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(origin).append('\n').append(size).append('\n').append(root).append('\n');
        extensions.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }
}
