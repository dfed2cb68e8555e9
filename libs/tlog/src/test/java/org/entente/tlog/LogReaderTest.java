package org.entente.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogReaderTest {

    private static final int SIZE = 600;
    private static final SigningKey KEY = SigningKey.parse("xaa.example/log", SigningKey.generate());

    @TempDir
    Path folder;

    @BeforeEach
    void publish() throws IOException {
        Checkpoint checkpoint = new Checkpoint(KEY.name(), SIZE, Trees.rootOf(Trees.leaves(SIZE)));
        Files.writeString(
                folder.resolve("checkpoint"),
                SignedCheckpoint.sign(checkpoint, KEY).toString());
        Files.writeString(folder.resolve("key"), KEY.verifierKey() + "\n");
        for (var tile : new TiledTree(SIZE).tiles().entrySet()) {
            Path file = folder.resolve(tile.getKey().path());
            Files.createDirectories(file.getParent());
            Files.write(file, tile.getValue());
        }
    }

    @Test
    void aFolderIsALogThatAnyoneCanAudit() {
        LogReader log = LogReader.folder(folder);
        SignedCheckpoint signed = log.checkpoint();

        assertThat(signed.verify(log.key())).isEqualTo(Verdict.verified());
        assertThat(new LogAudit(SIZE, log::tile, 4).verify(signed.checkpoint())).isEqualTo(Verdict.verified());
        assertThat(log.handovers()).isEmpty();
        assertThat(log.entry(599, SIZE)).isEqualTo(Trees.entry(599));
    }

    @Test
    void aPartialTileThatIsGoneIsCutFromTheFullOne() {
        LogReader log = LogReader.folder(folder);
        byte[] full = log.tile(new Tile(0, 1, Tile.FULL));

        assertThat(full).startsWith(log.tile(new Tile(0, 1, 17))).hasSize(256 * 32);
        assertThat(log.tile(new Tile(0, 1, 17))).hasSize(17 * 32);
        assertThat(EntryBundle.parse(log.tile(Tile.entries(0, 3))).entries()).hasSize(3);
        assertThat(log.tile(new Tile(0, 7, Tile.FULL))).isEmpty();
    }

    @Test
    void whatIsMissingIsNoLog() throws IOException {
        Files.delete(folder.resolve("checkpoint"));

        assertThatThrownBy(() -> LogReader.folder(folder).checkpoint()).isInstanceOf(MalformedException.class);
    }

    @Test
    void overHttpWhatFailsIsTriedAgain() throws IOException {
        AtomicInteger requests = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/log/", exchange -> {
            Path file = folder.resolve(exchange.getRequestURI().getPath().substring("/log/".length()));
            boolean isBusy = requests.incrementAndGet() % 5 == 0;
            byte[] body = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
            exchange.sendResponseHeaders(
                    isBusy ? 503 : Files.exists(file) ? 200 : 404, isBusy || body.length == 0 ? -1 : body.length);
            if (!isBusy) {
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        });
        server.start();
        try {
            URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/log");
            LogReader log = LogReader.http(address, HttpClient.newHttpClient());

            Verdict verdict =
                    new LogAudit(SIZE, log::tile, 4).verify(log.checkpoint().checkpoint());

            assertThat(verdict).isEqualTo(Verdict.verified());
            assertThat(log.handovers()).isEmpty();
        } finally {
            server.stop(0);
        }
    }

    @Test
    void manyReadersFindTheSameDifference() {
        TiledTree tree = new TiledTree(70_000);
        tree.read(Tile.entries(200, Tile.FULL))[40] ^= 1;
        tree.read(Tile.entries(100, Tile.FULL))[40] ^= 1;

        assertThat(List.of(1, 8))
                .allSatisfy(readers -> assertThat(new LogAudit(70_000, tree::read, readers).firstDifference())
                        .contains(new Tile(0, 100, Tile.FULL)));
    }
}
