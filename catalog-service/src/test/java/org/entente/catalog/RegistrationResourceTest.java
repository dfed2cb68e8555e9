package org.entente.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.catalog.Callers.as;
import static org.entente.catalog.Callers.originator;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.entente.embedded.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class RegistrationResourceTest {

    @Test
    void makesPortionsWithTheirLabels() {
        ValidatableResponse registered = register(Bundles.registration("Sluice").toString());

        registered
                .statusCode(201)
                .header("Location", matchesPattern(".*/catalog/assets/[0-9a-f-]{36}"))
                .body("version", equalTo(1))
                .body("title", equalTo("Sluice"))
                .body("originator", equalTo("XAA"))
                .body("portions", equalTo(Bundles.PORTIONS))
                .body("portionsByLabel.count.sum()", equalTo(Bundles.PORTIONS))
                .body("banner.classification", equalTo("SECRET"))
                .body("banner.originators", equalTo(List.of("XAA")))
                .body("banner.releasableTo", equalTo(List.of("XAA")))
                .body("banner.tlp", equalTo("GREEN"))
                .body("sha256", matchesPattern("[0-9a-f]{64}"));
    }

    @Test
    void tellsTheOtherServices() {
        String id = Callers.register(Bundles.registration("Told"));

        List<JsonNode> events = Events.await("org.entente.catalog.asset.registered.v1", id);

        assertThat(events).hasSize(1);
        JsonNode event = events.get(0);
        assertThat(event.path("actor").asText()).isEqualTo("xaa-originator@XAA");
        assertThat(event.has("partner")).isFalse();
        assertThat(event.at("/data/title").asText()).isEqualTo("Told");
        assertThat(event.at("/data/portions").asInt()).isEqualTo(Bundles.PORTIONS);
    }

    @Test
    void storesNothingInTheClear() {
        Callers.register(Bundles.registration("Unreadable " + Bundles.SECRET_WORDS));

        String found =
                Database.find("select (select count(*) from portion where position('watched'::bytea in content) > 0)"
                        + " + (select count(*) from asset_version where position('watched'::bytea in title) > 0"
                        + " or position('utilities'::bytea in purpose_note) > 0)");

        assertThat(found).isEqualTo("0");
    }

    @Test
    void takesAsManyObjectsAsAllowed() {
        register(Bundles.many("Many", 2_000).toString()).statusCode(201).body("portions", equalTo(2_000));
    }

    @Test
    void givesARepetitionTheFirstAnswer() {
        String key = UUID.randomUUID().toString();
        String body = Bundles.registration("Once").toString();
        String first = keyed(key, body).statusCode(201).extract().path("id");
        String before = Database.rows();

        ValidatableResponse again = keyed(key, body);

        again.statusCode(201).header("Location", startsWith("http")).body("id", equalTo(first));
        assertThat(Database.rows()).isEqualTo(before);
    }

    @Test
    void refusesAnotherRequestUnderTheSameKey() {
        String key = UUID.randomUUID().toString();
        keyed(key, Bundles.registration("First").toString()).statusCode(201);

        ValidatableResponse other = keyed(key, Bundles.registration("Second").toString());

        other.statusCode(422).body("field", equalTo("Idempotency-Key"));
    }

    static Stream<Arguments> strangers() {
        return Stream.of(
                Arguments.of(401, Callers.home("xaa-originator", "originator").audience("access-service")),
                Arguments.of(401, Callers.home("xaa-originator", "originator").issuer("https://elsewhere.example")),
                Arguments.of(401, Callers.home("xaa-originator", "originator").expired(Duration.ofHours(2))),
                Arguments.of(403, Callers.home("xaa-liaison", "liaison-officer")),
                Arguments.of(403, Callers.home("xbb-originator", "originator").partner("XBB")),
                Arguments.of(403, Callers.xbb()));
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void isForHomeOriginatorsOnly(int status, TestTokens token) {
        as(token)
                .body(Bundles.registration("Not mine").toString())
                .post("/catalog/assets")
                .then()
                .statusCode(status);
    }

    @Test
    void mayNotChangeWhatItWrote() {
        String privileges = Database.find("""
            select string_agg(distinct privilege_type, ' ' order by privilege_type)
            from information_schema.role_table_grants where grantee = 'catalog_service' and table_name in
            ('label', 'asset', 'asset_version', 'portion', 'marking_policy', 'proposal_step', 'tearline', 'remarking',
             'masking_policy', 'prov_entity', 'prov_derivation', 'prov_agent')\
            """);

        assertThat(privileges).isEqualTo("INSERT SELECT");
    }

    @Test
    void mayChangeOfAssetsOnlyUnderWhichLabelsTheyStand() {
        String columns = Database.find("""
            select string_agg(table_name || '.' || column_name, ' ' order by table_name, column_name)
            from information_schema.role_column_grants
            where grantee = 'catalog_service' and privilege_type = 'UPDATE'
                and table_name in ('asset', 'asset_version', 'asset_label', 'portion')\
            """);

        assertThat(columns)
                .isEqualTo("asset_label.portions asset_version.purpose_note asset_version.seal asset_version.title"
                        + " asset_version.title_label portion.content portion.label");
    }

    private static ValidatableResponse register(String body) {
        return originator().body(body).post("/catalog/assets").then();
    }

    private static ValidatableResponse keyed(String key, String body) {
        return originator()
                .header("Idempotency-Key", key)
                .body(body)
                .post("/catalog/assets")
                .then();
    }
}
