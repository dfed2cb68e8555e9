package org.entente.audit.look;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.entente.audit.ServiceTest;
import org.entente.embedded.testing.EmbeddedServers;
import org.entente.embedded.testing.TestBrowser;
import org.entente.embedded.testing.TestTokens;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.junit.jupiter.api.Test;

/** Every look at audit data is on record: whatever this service shows is public, a setting, or makes a record of who looked. */
@QuarkusTest
class LookResourceTest extends ServiceTest {

    /** What is looked at, by path, as the record names it. */
    private static final Map<String, String> LOOKS = Map.ofEntries(
            Map.entry("/audit/anomalies", "anomalies"),
            Map.entry("/audit/examinations", "examinations"),
            Map.entry("/audit/examinations/{examination}", "examination"),
            Map.entry("/audit/examinations/{examination}/answers", "examination"),
            Map.entry("/audit/examinations/{examination}/entries", "examination"),
            Map.entry("/audit/examinations/{examination}/findings", "examination"),
            Map.entry("/audit/examinations/{examination}/items", "examination"),
            Map.entry("/audit/examinations/{examination}/package", "examination"),
            Map.entry("/audit/history", "history"),
            Map.entry("/audit/history/exports/{export}", "export-manifest"),
            Map.entry("/audit/indicators", "indicators"),
            Map.entry("/audit/indicators/{name}", "indicators"),
            Map.entry("/audit/investigations", "investigations"),
            Map.entry("/audit/investigations/{investigation}", "investigation"),
            Map.entry("/audit/investigations/{investigation}/timeline", "timeline"),
            Map.entry("/audit/receipts/{receipt}", "receipt"),
            Map.entry("/audit/records", "records"),
            Map.entry("/audit/retention/rulings", "rulings"),
            Map.entry("/audit/retention/rulings/{ruling}", "ruling"),
            Map.entry("/audit/transparency/reports", "transparency-reports"));

    /** What is everybody's. */
    private static final List<String> PUBLIC = List.of(
            "/audit/log/",
            "/audit/witness/",
            "/audit/history/keys",
            "/audit/statements",
            "/audit/transparency",
            "/audit/transparency/{period}");

    /** What says nothing of what happened; and what only partners read, looked at below. */
    private static final Set<String> OTHERS =
            Set.of("/audit/indicators/targets", "/audit/indicators/targets/versions", "/audit/notifications");

    @TestHTTPResource("/")
    URI service;

    @Test
    void whateverIsShownIsPublicOrASettingOrHereAsALook() {
        // when
        Map<String, Map<String, Object>> paths = auditor()
                .accept(ContentType.JSON)
                .get("/audit/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("paths");

        // then
        Set<String> unknown = new TreeSet<>();
        Set<String> known = new TreeSet<>();
        LOOKS.keySet().forEach(path -> known.add(anonymous(path)));
        paths.forEach((path, methods) -> {
            if (methods.containsKey("get")
                    && !known.contains(anonymous(path))
                    && !OTHERS.contains(path)
                    && PUBLIC.stream().noneMatch(each -> path.equals(each) || isBelow(path, each))) {
                unknown.add(path);
            }
        });
        assertThat(unknown).isEmpty();
        assertThat(paths).containsKeys("/audit/examinations", "/audit/records");
    }

    @Test
    void everyLookMakesOneRecordOfWhoLookedAtWhat() throws Exception {
        // given
        String looker = "looker-" + UUID.randomUUID();
        Map<String, String> names = things();

        // when
        for (String path : LOOKS.keySet()) {
            String actual = path;
            for (Map.Entry<String, String> name : names.entrySet()) {
                actual = actual.replace("{" + name.getKey() + "}", name.getValue());
            }
            named(looker).get(actual).then().statusCode(200);
        }

        // then
        assertThat(looks(looker + "@XAA", LOOKS.size())).containsExactlyInAnyOrderElementsOf(LOOKS.values());
    }

    @Test
    void aPartnersLookAtItsNotificationsIsOnRecordToo() throws Exception {
        // given
        String officer = "looker-" + UUID.randomUUID();

        // when
        as(TestTokens.token(officer).partner("XBB").roles("liaison-officer").audience("audit-service"))
                .get("/audit/notifications")
                .then()
                .statusCode(200);

        // then
        assertThat(looks(officer + "@XBB", 1)).containsExactly("notifications");
    }

    @Test
    void aLookAtAPageIsOneToo() throws Exception {
        // given
        String looker = "looker-" + UUID.randomUUID();
        String investigation = investigation();
        TestBrowser browser = new TestBrowser(service, TestTokens.token(looker).roles("auditor"));

        // when
        for (String page :
                List.of("indicators", "indicators/first-view", "investigations", "investigations/" + investigation)) {
            assertThat(browser.open("/audit/pages/" + page).statusCode()).isEqualTo(200);
        }

        // then
        assertThat(looks(looker + "@XAA", 5))
                .containsExactlyInAnyOrder("indicators", "indicators", "investigations", "investigation", "timeline");
    }

    @Test
    void whoIsRefusedLookedAtNothing() throws Exception {
        // given
        String stranger = "stranger-" + UUID.randomUUID();
        RequestSpecification nobody =
                as(TestTokens.token(stranger).roles("originator").audience("audit-service"));

        // when
        nobody.get("/audit/retention/rulings").then().statusCode(403);
        Response late = named(stranger).get("/audit/history/exports/" + UUID.randomUUID());

        // then
        assertThat(late.statusCode()).isEqualTo(404);
        named(stranger).get("/audit/anomalies").then().statusCode(200);
        assertThat(looks(stranger + "@XAA", 1)).containsExactly("anomalies");
    }

    /** Something to look at for every path with a name in it. */
    private Map<String, String> things() throws Exception {
        Event recorded = decision("XBB");
        record(recorded);
        Map<String, String> things = new HashMap<>();
        things.put("receipt", recorded.id().toString());
        things.put("name", "first-view");
        things.put("investigation", investigation());
        things.put("examination", made("/audit/examinations", examination()));
        things.put("ruling", made("/audit/retention/holds", "{\"subject\": \"nothing\", \"basis\": \"A case\"}"));
        Response export = auditor().queryParam("asset", "none").post("/audit/history/exports/csv");
        export.asByteArray();
        things.put("export", export.header("Entente-Export"));
        return things;
    }

    private static String investigation() {
        return made(
                "/audit/investigations", "{\"title\": \"T\", \"partner\": \"XBB\", \"reason\": \"Somebody told us.\"}");
    }

    private static String examination() {
        Instant now = Instant.now();
        return "{\"title\": \"T\", \"examiner\": {\"name\": \"xcc-auditor\", \"nation\": \"XCC\"}, \"opens\": \"" + now
                + "\", \"closes\": \"" + now.plus(Duration.ofDays(1)) + "\"}";
    }

    private static String made(String path, String body) {
        return auditor()
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static RequestSpecification named(String auditor) {
        return as(TestTokens.token(auditor).roles("auditor").audience("audit-service"));
    }

    private static boolean isBelow(String path, String folder) {
        return !folder.equals("/audit/transparency") && path.startsWith(folder.endsWith("/") ? folder : folder + "/");
    }

    /** A path whose variables have no names. */
    private static String anonymous(String path) {
        return path.replaceAll("\\{[^}]*}", "{}");
    }

    /** What the records of somebody's looks name; read from the database, so that nobody looks meanwhile. */
    private List<String> looks(String actor, int atLeast) throws Exception {
        Instant deadline = Instant.now().plusSeconds(60);
        List<String> found = recorded(actor);
        while (found.size() < atLeast && Instant.now().isBefore(deadline)) {
            Thread.sleep(100);
            found = recorded(actor);
        }
        return found;
    }

    private List<String> recorded(String actor) throws Exception {
        List<String> found = new ArrayList<>();
        try (Connection connection = EmbeddedServers.superuser("audit");
                PreparedStatement query = connection.prepareStatement(
                        "select event from log_entry where type = ? and event is not null")) {
            query.setString(1, EventTypes.AUDIT_RECORDS_READ);
            ResultSet rows = query.executeQuery();
            while (rows.next()) {
                JsonNode event = json.readTree(rows.getString(1));
                if (event.path("actor").asText().equals(actor)) {
                    found.add(event.at("/data/what").asText());
                }
            }
        }
        return found;
    }
}
