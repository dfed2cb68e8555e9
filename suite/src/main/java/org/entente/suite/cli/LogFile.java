package org.entente.suite.cli;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A growing file, read from where the last reading ended; only whole lines are read. */
final class LogFile {

    private final Path file;
    private long position;

    LogFile(Path file) {
        this.file = file;
    }

    /** The lines added since the last call; from the start again if the file was replaced by a shorter one. */
    List<String> news() throws IOException {
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "r")) {
            if (content.length() < position) {
                position = 0;
            }
            content.seek(position);
            byte[] rest = new byte[(int) Math.min(content.length() - position, 1 << 20)];
            content.readFully(rest);
            int end = lastLineEnd(rest);
            position += end;
            return new String(rest, 0, end, StandardCharsets.UTF_8).lines().toList();
        }
    }

    private static int lastLineEnd(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }
}
