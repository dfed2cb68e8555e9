package org.entente.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may not have what an asset says, but a tearline of it, gets that in collections. */
@QuarkusTest
class TaxiiTearlineResourceTest {
    private static final String OBJECTS = Taxii.AWARENESS + "objects/";
    private static final Map<String, Object> EVERYTHING = Map.of("limit", 500);
    private static final String MASKS = "[{\"path\": \"description\", \"mask\": \"remove\"}]";

    private final String name = "Weir " + UUID.randomUUID();
    private final ObjectNode campaign =
            Taxii.sdo("campaign", "2026-01-01T00:00:00.000Z").put("name", name).put("description", "From a source.");
    private final String original = campaign.path("id").asText();

    @BeforeEach
    void decide() {
        AccessPeer.behave(AccessPeer.Mode.NORMAL);
    }

    @Test
    void handsOverWhatTheTearlineSays() {
        String asset = hidden();
        Tearlines.approved(asset, Tearlines.draftOf(original, MASKS));

        JsonNode derived = derived();

        assertThat(derived.path("id").asText()).startsWith("campaign--").isNotEqualTo(original);
        assertThat(derived.has("description")).isFalse();
        assertThat(links(derived)).hasSize(1);
        assertThat(found("objects/")).noneMatch(object -> object.toString().contains(original));
    }

    @Test
    void listsItInTheManifestAndAmongVersions() {
        Tearlines.approved(hidden(), Tearlines.draftOf(original, MASKS));
        String id = derived().path("id").asText();

        Response versions = Taxii.xbb().get(OBJECTS + id + "/versions/");

        versions.then().statusCode(200).body("versions.size()", equalTo(1));
        assertThat(found("manifest/"))
                .anyMatch(entry -> entry.path("id").asText().equals(id));
        Taxii.xbb().get(OBJECTS + id + "/").then().statusCode(200).body("objects[0].name", equalTo(name));
        Taxii.xbb().get(OBJECTS + original + "/").then().statusCode(404);
    }

    @Test
    void comesAfterWhatWasThereBefore() {
        String asset = hidden();
        Callers.register(Taxii.registration(List.of(Taxii.indicator("203.0.113.41")), "XBB"));
        List<Response> before = Taxii.pages(Taxii.xbb(), OBJECTS, EVERYTHING);
        String last = before.get(before.size() - 1).header("X-TAXII-Date-Added-Last");
        Tearlines.approved(asset, Tearlines.draftOf(original, MASKS));

        Response after = Taxii.xbb().queryParam("added_after", last).get(OBJECTS);

        after.then().statusCode(200).body("objects.name", hasItem(name));
    }

    @Test
    void doesNotHandItOverToOthers() {
        Tearlines.approved(hidden(), Tearlines.draftOf(original, MASKS));
        String id = derived().path("id").asText();

        Response others =
                Taxii.xee().get("/taxii2/xee-cyber-defence/collections/situational-awareness/objects/" + id + "/");

        others.then().statusCode(404);
    }

    @Test
    void handsOverTheOriginalAloneToWhoMayHaveIt() {
        String asset = Callers.register(Taxii.registration(List.of(campaign), "XEE"));
        ObjectNode draft = Tearlines.draftOf(original, MASKS);
        ((ObjectNode) draft.path("label")).putArray("releasableTo").add("XBB").add("XEE");
        Tearlines.approved(asset, draft);
        String collection = "/taxii2/xee-cyber-defence/collections/situational-awareness/";

        List<Response> pages = Taxii.pages(Taxii.xee(), collection + "objects/", EVERYTHING);

        List<JsonNode> named = objects(pages).stream()
                .filter(object -> object.path("name").asText().equals(name))
                .toList();
        assertThat(named).hasSize(1);
        assertThat(named.get(0).path("id").asText()).isEqualTo(original);
        assertThat(derived().path("id").asText()).isNotEqualTo(original);
    }

    @Test
    void isGoneOnceTheTearlineIsWithdrawn() {
        String asset = hidden();
        String tearline = Tearlines.approved(asset, Tearlines.draftOf(original, MASKS));
        String id = derived().path("id").asText();
        Tearlines.decide(Callers.originator(), asset, tearline, "withdrawal")
                .then()
                .statusCode(200);

        Response gone = Taxii.xbb().get(OBJECTS + id + "/");

        gone.then().statusCode(404);
    }

    @Test
    void isDecidedAndOnRecord() {
        Tearlines.approved(hidden(), Tearlines.draftOf(original, MASKS));
        String id = derived().path("id").asText();

        Response served = Taxii.xbb().get(OBJECTS + id + "/");

        String record = served.header("Entente-Record");
        assertThat(Events.await("org.entente.catalog.objects.served.v1", record)
                        .get(0)
                        .at("/data/decisions"))
                .isNotEmpty();
    }

    @Test
    void pagesWithoutLeavingAnythingOut() {
        List<ObjectNode> campaigns = new ArrayList<>();
        for (int index = 0; index < 5; index++) {
            campaigns.add(Taxii.sdo("campaign", "2026-01-01T00:00:00.000Z").put("name", name + " " + index));
        }
        String asset = Callers.register(atHome(campaigns));
        ObjectNode draft = Tearlines.draftFor(Tearlines.FOR_XBB, "XBB");
        campaigns.forEach(each -> draft.withArray("portions")
                .addObject()
                .put("portion", each.path("id").asText())
                .set("masks", Bundles.read(MASKS)));
        Tearlines.approved(asset, draft);

        List<Response> pages = Taxii.pages(Taxii.xbb(), OBJECTS, Map.of("limit", 2, "match[type]", "campaign"));

        List<String> names = objects(pages).stream()
                .map(object -> object.path("name").asText())
                .filter(each -> each.startsWith(name))
                .toList();
        assertThat(names).hasSize(5);
        assertThat(new HashSet<>(names)).hasSize(5);
    }

    @Test
    void namesWhoMadeThemOnce() {
        Tearlines.approved(hidden(), Tearlines.draftOf(original, MASKS));
        ObjectNode second = Taxii.sdo("campaign", "2026-01-01T00:00:00.000Z").put("name", name + " again");
        String secondAsset = Callers.register(atHome(List.of(second)));
        Tearlines.approved(secondAsset, Tearlines.draftOf(second.path("id").asText(), MASKS));

        List<JsonNode> objects = found("objects/");

        assertThat(objects)
                .filteredOn(object -> object.path("name").asText().startsWith(name))
                .hasSize(2);
        assertThat(objects).extracting(object -> object.path("id").asText()).doesNotHaveDuplicates();
    }

    @Test
    void aForgedApprovalKeepsBackNothingElse() {
        String asset = hidden();
        String tearline = Tearlines.drafted(asset, Tearlines.draftOf(original, MASKS));
        Database.tamper("""
                insert into proposal_step (proposal, step, state, person, actor, at, seal)
                select proposal, 2, 'APPROVED', 'somebody', 'somebody@XAA', at, seal from proposal_step
                where proposal = cast(? as uuid)""", tearline);
        Database.tamper("insert into shelf_queue (asset) values (cast(? as uuid))", asset);
        ObjectNode other = Taxii.indicator("203.0.113.42");
        Callers.register(Taxii.registration(List.of(other), "XBB"));

        List<JsonNode> objects = found("objects/");

        assertThat(objects)
                .anyMatch(object -> object.path("id").equals(other.path("id")))
                .noneMatch(object -> object.path("name").asText().equals(name));
    }

    /** Nobody but the home side may have it. */
    private String hidden() {
        return Callers.register(atHome(List.of(campaign)));
    }

    private static ObjectNode atHome(List<ObjectNode> objects) {
        ObjectNode registration = Taxii.registration(objects);
        ((ObjectNode) registration.path("defaultLabel")).remove("releasableTo");
        return registration;
    }

    private JsonNode derived() {
        return found("objects/").stream()
                .filter(object -> object.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<JsonNode> links(JsonNode derived) {
        return found("objects/").stream()
                .filter(object -> object.path("relationship_type").asText().equals("derived-from")
                        && object.path("source_ref").equals(derived.path("id")))
                .toList();
    }

    private static List<JsonNode> found(String list) {
        return objects(Taxii.pages(Taxii.xbb(), Taxii.AWARENESS + list, EVERYTHING));
    }

    private static List<JsonNode> objects(List<Response> pages) {
        List<JsonNode> objects = new ArrayList<>();
        pages.forEach(page -> Bundles.read(page.asString()).path("objects").forEach(objects::add));
        return objects;
    }
}
