package org.entente.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.catalog.Callers.as;
import static org.entente.catalog.Callers.xbbAnalyst;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.entente.release.Archive;
import org.entente.release.ReleasePackage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class KeyRotationResourceTest {
    private static final String DEFENCE = "{\"purpose\": \"cyber-defence\"}";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @BeforeEach
    void behave() {
        AccessPeer.behave(AccessPeer.Mode.NORMAL);
    }

    @Test
    void passesEveryKeyToTheNewOne() {
        String asset = Callers.register(Bundles.registration("Rotated"));
        String before = wrapping(asset);
        KeyFolder.addPrimary("second");

        String rotation = begin();

        awaitEnd(rotation).then().body("rewrapped", greaterThan(0));
        assertThat(wrapping(asset)).isNotEqualTo(before);
        assertThat(unrotated(asset)).isEqualTo("0");
        show(asset).then().statusCode(200);
        assertThat(Events.await("org.entente.catalog.key-rotation.ended.v1", rotation))
                .hasSize(1);
    }

    /** Whatever table holds wrapped keys, its column says with what: one that rotation does not know shows here. */
    @Test
    void leavesNothingUnderTheOldKeyInAnyTable() {
        String asset = Callers.register(Bundles.registration("Everywhere"));
        String release = Released.toXbb(asset);
        byte[] copy = Released.fetch(xbbAnalyst(), release).asByteArray();
        Taxii.contribute(Taxii.xbb(), Taxii.indicator("192.0.2.71")).then().statusCode(202);
        Attachments.upload(Attachments.content(10));
        KeyFolder.addPrimary("seventh");

        Response end = awaitEnd(begin());

        int failed = end.path("failed");
        assertThat(counts("")).hasSizeGreaterThan(1).allSatisfy(count -> assertThat(count)
                .isPositive());
        assertThat(unrotatedAnywhere(asset)).isEqualTo(failed);
        Released.trace(Archive.read(copy).getOrDefault(ReleasePackage.BUNDLE, new byte[0]))
                .then()
                .statusCode(200)
                .body("named.release", hasItem(release));
    }

    /** Rows of each column that names what something is wrapped with, by the query. */
    private static List<Integer> counts(String condition) {
        String columns = Database.find("""
            select string_agg(table_name || ' ' || column_name, ',' order by table_name) from information_schema.columns
            where table_schema = 'public' and column_name like '%wrapped_with'\
            """);
        return Arrays.stream(columns.split(","))
                .map(column -> column.split(" "))
                .map(column -> "select count(*) from " + column[0] + condition.replace("{}", column[1]))
                .map(query -> Integer.valueOf(Database.find(query)))
                .toList();
    }

    private static int unrotatedAnywhere(String asset) {
        return counts(" where {} <> '" + wrapping(asset) + "'").stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    @Test
    void keepsListsGoingOn() {
        Callers.register(Bundles.registration("Before"));
        Callers.register(Bundles.registration("Before, too"));
        String next = xbbAnalyst().queryParam("limit", 1).get("/catalog/assets").path("next");
        KeyFolder.addPrimary("third");
        awaitEnd(begin());

        Response page =
                xbbAnalyst().queryParam("limit", 1).queryParam("cursor", next).get("/catalog/assets");

        page.then().statusCode(200).body("assets.size()", equalTo(1));
    }

    @Test
    void goesOnWhereItWasInterrupted() {
        String asset = Callers.register(Bundles.registration("Interrupted"));
        KeyFolder.addPrimary("fourth");
        String rotation = begin();
        awaitEnd(rotation);
        Database.tamper(
                "update key_rotation set state = 'running', finished = null where id = ?", UUID.fromString(rotation));

        Response end = awaitEnd(rotation);

        assertThat(unrotated(asset)).isEqualTo("0");
        end.then().body("id", equalTo(rotation));
    }

    @Test
    void leavesAndNamesWhatCannotBeUnwrapped() {
        String asset = Callers.register(Bundles.registration("Damaged key"));
        String other = Callers.register(Bundles.registration("Sound key"));
        Database.tamper(
                "update asset_key set wrapped = set_byte(wrapped, 14, get_byte(wrapped, 14) # 1)" + " where asset = ?",
                UUID.fromString(asset));
        KeyFolder.addPrimary("fifth");

        Response end = awaitEnd(begin());

        Database.tamper(
                "update asset_key set wrapped = set_byte(wrapped, 14, get_byte(wrapped, 14) # 1)" + " where asset = ?",
                UUID.fromString(asset));
        end.then().body("state", equalTo("incomplete")).body("failed", greaterThan(0));
        show(other).then().statusCode(200);
        show(asset).then().statusCode(200);
    }

    @Test
    void countsWhatIsLeftUnderEachKey() {
        Callers.register(Bundles.registration("Counted"));
        KeyFolder.addPrimary("sixth");
        awaitEnd(begin());

        Response census = operator().get("/catalog/keys");

        String primary = census.path("primary");
        census.then().statusCode(200).body("held.find { it.key == '" + primary + "' }.wrapped", greaterThan(1));
    }

    @Test
    void isForOperatorsOnly() {
        Callers.originator().post("/catalog/keys/rotations").then().statusCode(403);
        Callers.originator().get("/catalog/keys").then().statusCode(403);
        as(Callers.partner("xbb-operator", "XBB").roles("operator"))
                .post("/catalog/keys/rotations")
                .then()
                .statusCode(403);
    }

    @Test
    void knowsNoRotationThatThereIsNot() {
        operator().get("/catalog/keys/rotations/{id}", UUID.randomUUID()).then().statusCode(404);
    }

    private static String begin() {
        return operator()
                .post("/catalog/keys/rotations")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Response awaitEnd(String rotation) {
        Instant deadline = Instant.now().plus(PATIENCE);
        Response found = operator().get("/catalog/keys/rotations/{id}", rotation);
        while (found.path("state").equals("running") && Instant.now().isBefore(deadline)) {
            found = operator().get("/catalog/keys/rotations/{id}", rotation);
        }
        assertThat(found.<String>path("state")).isNotEqualTo("running");
        return found;
    }

    private static Response show(String asset) {
        return xbbAnalyst().body(DEFENCE).post("/catalog/assets/{id}/views", asset);
    }

    private static String wrapping(String asset) {
        return Database.find("select wrapped_with from asset_key where asset = '" + asset + "'");
    }

    /** How many keys are wrapped with another than that of the asset, but for those that tests have damaged. */
    private static String unrotated(String asset) {
        return Database.find("select count(*) from asset_key where wrapped_with <> (select wrapped_with from asset_key"
                + " where asset = '" + asset + "') and asset not in (select key from key_rotation_failure)");
    }

    private static RequestSpecification operator() {
        return as(Callers.home("xaa-operator", "operator"));
    }
}
