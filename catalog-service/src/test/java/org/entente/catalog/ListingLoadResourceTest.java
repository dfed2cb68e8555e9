package org.entente.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.entente.catalog.asset.ManyAssets;
import org.entente.catalog.content.KeyProvider;
import org.entente.embedded.testing.EmbeddedServers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Lists of many assets, timed beside a plain query that returns as many rows. Run with
 * {@code -Dentente.listing.assets=100000 -Dentente.listing.sets=1000 -Dsun.net.httpserver.nodelay=true}; without the last, the
 * answers of the peer wait for acknowledgements. Nothing depends on the times.
 */
@QuarkusTest
@EnabledIfSystemProperty(named = "entente.listing.assets", matches = "\\d+")
class ListingLoadResourceTest {
    private static final int WARM_UP = 1_000;
    private static final int REQUESTS = 3_000;
    private static final String PLAIN =
            "select asset, registered from listed_asset order by registered desc, asset desc limit 50";

    @Inject
    ObjectMapper json;

    @Inject
    KeyProvider keys;

    @TestHTTPResource
    URI service;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void timesFirstPagesAndCounts() throws Exception {
        int assets = Integer.getInteger("entente.listing.assets");
        AccessPeer.behave(AccessPeer.Mode.NORMAL);
        try (Connection connection = EmbeddedServers.superuser("catalog")) {
            new ManyAssets(json, keys).fill(connection, assets, Integer.getInteger("entente.listing.sets", 1_000));
            connection.setAutoCommit(true);
            try (Statement statement = connection.createStatement()) {
                statement.execute("vacuum analyze");
            }
            try (PreparedStatement plain = connection.prepareStatement(PLAIN)) {
                report("plain query, 50 rows", () -> rows(plain));
            }
        }
        for (String partner : new String[] {"XBB", "XCC", "XDD"}) {
            String token = Callers.partner("analyst", partner)
                    .clearances("ALLIANCE:SECRET")
                    .sign();
            report(partner + ", first page of 50", () -> get("/catalog/assets", token));
            report(partner + ", count", () -> get("/catalog/assets/count", token));
        }
        String liaison = Callers.home("xaa-liaison", "liaison-officer").sign();
        report("home, first page of 50", () -> get("/catalog/assets", liaison));
    }

    private int rows(PreparedStatement statement) throws Exception {
        int rows = 0;
        try (ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                rows++;
            }
        }
        return rows;
    }

    private int get(String path, String token) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(service.resolve(path))
                .header("Authorization", "Bearer " + token)
                .build();
        var response = http.send(request, BodyHandlers.ofByteArray());
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body().length;
    }

    private static void report(String what, Callable<Integer> act) throws Exception {
        long started = System.nanoTime();
        act.call();
        long first = System.nanoTime() - started;
        long[] nanos = new long[REQUESTS];
        for (int index = -WARM_UP; index < REQUESTS; index++) {
            long start = System.nanoTime();
            act.call();
            if (index >= 0) {
                nanos[index] = System.nanoTime() - start;
            }
        }
        Arrays.sort(nanos);
        System.out.printf(
                "LISTING %-26s first %.1f ms, then p50 %.2f ms, p99 %.2f ms, most %.2f ms%n",
                what,
                first / 1e6,
                nanos[REQUESTS / 2] / 1e6,
                nanos[REQUESTS * 99 / 100] / 1e6,
                nanos[REQUESTS - 1] / 1e6);
    }
}
