package org.entente.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.catalog.Callers.originator;
import static org.entente.catalog.Callers.secondOriginator;
import static org.entente.catalog.Callers.xbbAnalyst;
import static org.entente.catalog.Callers.xccAnalyst;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ProvenanceResourceTest {
    private static final int MANY = 3_000;

    @BeforeEach
    void forgetDisclosures() {
        AccessPeer.behave(AccessPeer.Mode.NORMAL);
        AccessPeer.disclosures();
    }

    @Test
    void saysWhereAnAssetComesFrom() {
        String source = Callers.register(Bundles.registration("Source"));
        String derived = Callers.register(Bundles.registration("Derived"));
        derive(derived, source, "quotation").then().statusCode(201);

        JsonNode document = provenance(originator(), derived, "sources").as(JsonNode.class);

        assertThat(names(document)).containsExactly(version(derived), version(source));
        JsonNode derivation = only(document.path("wasDerivedFrom"));
        assertThat(derivation.path("prov:generatedEntity").asText()).isEqualTo(version(derived));
        assertThat(derivation.path("prov:usedEntity").asText()).isEqualTo(version(source));
        assertThat(derivation.at("/prov:type/$").asText()).isEqualTo("prov:Quotation");
        assertThat(derivation.path("entente:reason").asText()).isEqualTo("For the test.");
        assertThat(document.path("agent").has("entente:nations/XAA")).isTrue();
        assertThat(document.path("agent").has("entente:persons/xaa-originator@XAA"))
                .isTrue();
        assertThat(document.at("/prefix/prov").asText()).isEqualTo("http://www.w3.org/ns/prov#");
    }

    @Test
    void saysWhatWasDerivedFromAnAsset() {
        String source = Callers.register(Bundles.registration("Source"));
        String derived = Callers.register(Bundles.registration("Derived"));
        derive(derived, source, "derivation").then().statusCode(201);
        String tearline = Tearlines.approved(source, Tearlines.draftFor(Tearlines.FOR_XCC, "XCC"));

        JsonNode document = provenance(originator(), source, "derived").as(JsonNode.class);

        assertThat(names(document))
                .containsExactlyInAnyOrder(
                        version(source), version(derived), "entente:assets/" + source + "/tearlines/" + tearline);
    }

    @Test
    void knowsOfNewMarkings() {
        String asset = Callers.register(Bundles.registration("Marked anew"));
        String remarking = originator()
                .body("""
                        {"reason": "r", "changes": [{"portions": ["%s"], "label":
                          {"policy": "ALLIANCE", "classification": "SECRET", "categories": ["sensitive"]}}]}""".formatted(Bundles.OPEN_INDICATOR))
                .post("/catalog/assets/{id}/remarkings", asset)
                .path("id");
        secondOriginator()
                .post("/catalog/assets/{id}/remarkings/{remarking}/approval", asset, remarking)
                .then()
                .statusCode(200);

        JsonNode document = provenance(originator(), asset, "derived").as(JsonNode.class);

        assertThat(names(document)).contains(version(asset) + "/markings/" + remarking);
    }

    @Test
    void showsPartnersWhatTheyMayDiscoverAndNothingBeyond() {
        String hidden = Callers.register(Bundles.hiddenRegistration("Hidden"));
        String far = Callers.register(Bundles.registration("Beyond the hidden one"));
        String near = Callers.register(Bundles.registration("Near"));
        String asset = Callers.register(Bundles.registration("Asset"));
        derive(hidden, far, "derivation").then().statusCode(201);
        derive(asset, hidden, "derivation").then().statusCode(201);
        derive(asset, near, "derivation").then().statusCode(201);

        Response answer = provenance(xbbAnalyst(), asset, "sources");

        JsonNode document = answer.as(JsonNode.class);
        assertThat(names(document)).containsExactlyInAnyOrder(version(asset), version(near));
        assertThat(answer.asString())
                .doesNotContain(hidden)
                .doesNotContain(far)
                .doesNotContain("xaa-originator")
                .doesNotContain("For the test.");
        assertThat(document.at("/prefix/disclosure").asText()).startsWith("urn:entente:disclosure:");
        assertThat(AccessPeer.disclosures()).hasSize(1);
    }

    @Test
    void showsATearlineToWhomItIsForOnly() {
        String asset = Callers.register(Bundles.registration("Sanitised"));
        String tearline = Tearlines.approved(asset, Tearlines.draftFor(Tearlines.FOR_XCC, "XCC"));
        Tearlines.drafted(asset, Tearlines.draftFor(Tearlines.FOR_XCC, "XCC"));

        JsonNode document = provenance(xccAnalyst(), asset, "derived").as(JsonNode.class);

        assertThat(names(document))
                .containsExactlyInAnyOrder(version(asset), "entente:assets/" + asset + "/tearlines/" + tearline);
        assertThat(provenance(xbbAnalyst(), asset, "derived").asString()).doesNotContain(tearline);
    }

    @ParameterizedTest
    @CsvSource({"'', sources", "/graph, sources", "'', derived"})
    void hidesWhatMayNotBeDiscoveredAsIfItWereNotThere(String path, String direction) {
        String hidden = Callers.register(Bundles.hiddenRegistration("Hidden"));
        Response absent = xbbAnalyst()
                .queryParam("direction", direction)
                .get("/catalog/assets/" + UUID.randomUUID() + "/provenance" + path);

        Response answer =
                xbbAnalyst().queryParam("direction", direction).get("/catalog/assets/" + hidden + "/provenance" + path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.asByteArray()).isEqualTo(absent.asByteArray());
    }

    @Test
    void isDrawnWithoutAnythingThatRuns() {
        String source = Callers.register(Bundles.registration("Source"));
        String derived = Callers.register(Bundles.registration("Derived"));
        derive(derived, source, "derivation").then().statusCode(201);

        Response drawing = xbbAnalyst().get("/catalog/assets/{id}/provenance/graph", derived);

        drawing.then().statusCode(200).contentType("image/svg+xml").header("Cache-Control", "no-store");
        assertThat(drawing.asString())
                .startsWith("<svg ")
                .contains(version(source).substring("entente:".length()), "marker-end")
                .doesNotContain("script");
    }

    @Test
    void isAnsweredForThousandsPageByPage() {
        String asset = Callers.register(Bundles.registration("Root"));
        tree(asset);
        List<String> found = new ArrayList<>();

        String link = "/catalog/assets/" + asset + "/provenance?direction=derived&depth=100&limit=1000";
        while (link != null) {
            Response page = originator().urlEncodingEnabled(false).get(link);
            page.then().statusCode(200);
            found.addAll(names(page.as(JsonNode.class)));
            String header = page.header("Link");
            link = header == null ? null : header.substring(1, header.indexOf('>'));
        }

        assertThat(found).hasSize(MANY + 1).doesNotHaveDuplicates();
    }

    /** Each of many entities was derived from the one at half its number, and from the one before. */
    private static void tree(String asset) {
        Database.tamper("""
                insert into prov_entity (name, kind, asset, version, at)
                select 'assets/' || ?::text || '/copies/' || n, 'copy', cast(? as uuid), 1, now()
                from generate_series(1, %d) n""".formatted(MANY), asset, asset);
        Database.tamper("""
                with e as (select id, row_number() over (order by id) - 1 as n from prov_entity where asset = cast(? as uuid))
                insert into prov_derivation (derived, source, kind, at)
                select d.id, s.id, 'copy', now() from e d join e s on s.n = d.n / 2 where d.n > 0""", asset);
    }

    @Test
    void goesRoundInNoCircle() {
        String one = Callers.register(Bundles.registration("One"));
        String two = Callers.register(Bundles.registration("Two"));
        derive(two, one, "derivation").then().statusCode(201);

        Response circle = derive(one, two, "derivation");

        circle.then().statusCode(409).body("field", equalTo("/from/0/asset"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'from': []} | /from",
                "{'from': [{}]} | /from/0/asset",
                "{'from': [{'asset': '00000000-0000-4000-8000-000000000000'}]} | /from/0/asset",
                "{'from': [{'asset': '00000000-0000-4000-8000-000000000000', 'kind': 'rumour'}]} | /from/0/kind",
            })
    void namesWhatIsWrongWithADerivation(String body, String field) {
        String asset = Callers.register(Bundles.registration("Bad"));

        Response answer =
                originator().body(body.replace('\'', '"')).post("/catalog/assets/{id}/provenance/derivations", asset);

        answer.then().statusCode(400).body("field", equalTo(field));
    }

    @ParameterizedTest
    @CsvSource({"direction, up", "depth, 0", "depth, 101", "limit, 0", "limit, 1001", "cursor, nonsense"})
    void namesTheParameterThatIsWrong(String parameter, String value) {
        String asset = Callers.register(Bundles.registration("Parameters"));

        Response answer = originator().queryParam(parameter, value).get("/catalog/assets/{id}/provenance", asset);

        answer.then().statusCode(400).body("field", equalTo(parameter));
    }

    @Test
    void isStatedByOriginatorsOnly() {
        String asset = Callers.register(Bundles.registration("Theirs"));

        Response answer = Callers.liaison().body("{}").post("/catalog/assets/{id}/provenance/derivations", asset);

        answer.then().statusCode(403).body("field", nullValue());
    }

    private static Response derive(String derived, String source, String kind) {
        ObjectNode stated = Bundles.JSON.createObjectNode().put("reason", "For the test.");
        stated.putArray("from").addObject().put("asset", source).put("kind", kind);
        return originator().body(stated.toString()).post("/catalog/assets/{id}/provenance/derivations", derived);
    }

    private static Response provenance(RequestSpecification caller, String asset, String direction) {
        Response answer = caller.queryParam("direction", direction).get("/catalog/assets/{id}/provenance", asset);
        answer.then().statusCode(200).header("Cache-Control", "no-store");
        return answer;
    }

    private static String version(String asset) {
        return "entente:assets/" + asset + "/versions/1";
    }

    private static List<String> names(JsonNode document) {
        List<String> names = new ArrayList<>();
        document.path("entity").fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode only(JsonNode relations) {
        assertThat(relations).hasSize(1);
        return relations.iterator().next();
    }
}
