package org.entente.tlog;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** A published log (C2SP tlog-tiles), wherever it lies; nothing that it says is believed by itself. */
public interface LogReader {

    /** The bytes at a path below the log's prefix, at most so many; empty if there are none. Throws {@link java.io.UncheckedIOException}. */
    Optional<byte[]> read(String path, int most);

    /** A log that is served over HTTP under this prefix, {@code https://xaa.example/audit/log}. */
    static LogReader http(URI prefix, HttpClient client) {
        return new HttpLogReader(prefix, client);
    }

    /** A log that lies in a folder, in the layout in which it is served. */
    static LogReader folder(Path folder) {
        return new FolderLogReader(folder);
    }

    /** The newest checkpoint; throws {@link MalformedException} if there is none. */
    default SignedCheckpoint checkpoint() {
        return SignedCheckpoint.parse(text("checkpoint"));
    }

    /** The key that the log says is its own; throws {@link MalformedException} if it says nothing. */
    default VerifierKey key() {
        return VerifierKey.parse(text("key"));
    }

    /** The hand-overs from key to key, as notes; empty where there never was one. */
    default String handovers() {
        return read("handovers", LogReaders.LONGEST_TEXT).map(LogReaders::text).orElse("");
    }

    /** A tile, cut from the full one where the log keeps the partial one no more; no bytes if there is neither. */
    default byte[] tile(Tile tile) {
        int most = LogReaders.mostBytes(tile);
        Optional<byte[]> found = read(tile.path(), most);
        if (found.isPresent() || tile.width() == Tile.FULL) {
            return found.orElse(new byte[0]);
        }
        Tile full = new Tile(tile.level(), tile.index(), Tile.FULL);
        return read(full.path(), LogReaders.mostBytes(full))
                .map(bytes -> LogReaders.cut(bytes, tile))
                .orElse(new byte[0]);
    }

    /** One entry; throws {@link MalformedException} if the log does not hold it. */
    default byte[] entry(long index, long size) {
        Tile tile = Tile.inTree(Tile.ENTRIES, index / Tile.FULL, size);
        byte[] entry = EntryBundle.parse(tile(tile)).entries().get((int) (index % Tile.FULL));
        return Arrays.copyOf(entry, entry.length);
    }

    private String text(String path) {
        return read(path, LogReaders.LONGEST_TEXT)
                .map(LogReaders::text)
                .orElseThrow(() -> new MalformedException("the log has no " + path));
    }
}
