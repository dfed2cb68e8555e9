package org.entente.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.entente.catalog.DataRooms.Reader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DataRoomResourceTest {
    private final Reader reader = Reader.ofXbb();

    @AfterEach
    void behaveAgain() {
        AccessPeer.behave(AccessPeer.Mode.NORMAL);
    }

    @Test
    void isEnteredOnceUnderOneKey() {
        String room = DataRooms.open(DataRooms.terms(Callers.register(Bundles.registration("One stay"))));
        String key = UUID.randomUUID().toString();
        DataRooms.Reader member = DataRooms.Reader.ofXbb();
        String first = DataRooms.enter(member.bearing().header("Idempotency-Key", key), room)
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        Response again = DataRooms.enter(member.bearing().header("Idempotency-Key", key), room);

        again.then().statusCode(201).header("Cache-Control", "no-store").body("id", equalTo(first));
        DataRooms.enter(DataRooms.Reader.ofXbb().bearing().header("Idempotency-Key", key), room)
                .then()
                .statusCode(422);
    }

    @Test
    void showsWhatIsShownNowhereElse() {
        String asset = Callers.register(Bundles.protectedRegistration("Turbine blades"));
        Callers.xbbAnalyst()
                .body(Released.DEFENCE)
                .post("/catalog/assets/" + asset + "/views")
                .then()
                .statusCode(404);
        String path = reader.entered(DataRooms.open(DataRooms.terms(asset)));

        Response page = reader.read(path);

        page.then()
                .statusCode(200)
                .contentType("text/html")
                .body(containsString("Turbine blades"))
                .body(containsString("XAA CERT"))
                .body(not(containsString(Bundles.SECRET_WORDS)));
    }

    @Test
    void letsNothingBeKept() {
        String path = reader.entered(room("Kept"));

        Response page = reader.read(path);

        page.then()
                .header("Cache-Control", equalTo("no-store"))
                .header("X-Frame-Options", equalTo("DENY"))
                .header("Referrer-Policy", equalTo("no-referrer"))
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("Content-Security-Policy", containsString("sandbox"));
        assertThat(page.asString()).doesNotContain("<script", "<img", "Reading <together>");
    }

    @Test
    void showsWhoReadsOnEveryPage() {
        String path = reader.entered(room("Watermark"));

        Response page = reader.read(path);

        page.then().body(containsString("xbb-analyst@XBB")).body(containsString("127.0.0.1"));
        assertThat(page.asString()).containsPattern("copy [0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}");
    }

    @Test
    void isFoundAgainByTheNumberOnItsPages() {
        String room = room("Photographed");
        String page = reader.read(reader.entered(room)).asString();
        String number = page.replaceAll("(?s).*copy ([0-9A-Z-]{19}).*", "$1");

        Response trace = Released.trace(number.getBytes(StandardCharsets.US_ASCII));

        trace.then()
                .statusCode(200)
                .body("readings.room", equalTo(List.of(room)))
                .body("named", hasSize(0));
    }

    @Test
    void turnsPages() {
        String asset = Callers.register(Bundles.many("Pages", 45));
        String path = reader.entered(DataRooms.open(DataRooms.terms(asset)));

        Response page = reader.read(path + "?page=3");

        page.then().statusCode(200).body(containsString("Page 3 of 3")).body(containsString("Previous page"));
        reader.read(path + "?page=4").then().statusCode(404);
        reader.read(path + "?page=0").then().statusCode(400);
    }

    @Test
    void tellsTheDecisionPointWhichRoomItIs() {
        String room = room("Asked");
        String path = reader.entered(room);
        AccessPeer.questions();

        reader.read(path);

        JsonNode question = Bundles.JSON.valueToTree(AccessPeer.questions().get(0));
        assertThat(question.at("/subject/properties/dataRoom").asText()).isEqualTo(room);
        assertThat(question.at("/evaluations/1/action/name").asText()).isEqualTo("view");
    }

    @Test
    void tellsItOfNoRoomOutside() {
        String asset = Callers.register(Bundles.registration("Outside"));
        AccessPeer.questions();

        Callers.xbbAnalyst().body(Released.DEFENCE).post("/catalog/assets/" + asset + "/views");

        JsonNode question = Bundles.JSON.valueToTree(AccessPeer.questions().get(0));
        assertThat(question.at("/subject/properties").has("dataRoom")).isFalse();
    }

    @Test
    void recordsEachPage() {
        String room = room("Recorded");
        reader.read(reader.entered(room)).then().statusCode(200);

        List<JsonNode> events = Events.await("org.entente.catalog.data-room.page-served.v1", room);

        assertThat(events).hasSize(1);
        assertThat(events.get(0).path("partner").asText()).isEqualTo("XBB");
        assertThat(events.get(0).at("/data/sha256").asText()).matches("[0-9a-f]{64}");
    }

    @Test
    void showsNothingOnceItIsClosed() {
        String room = room("Closed");
        String path = reader.entered(room);
        DataRooms.close(room).then().statusCode(200).body("state", equalTo("closed"));

        Response page = reader.read(path);

        page.then().statusCode(403).body("code", equalTo("room-ended"));
        DataRooms.enter(reader.bearing(), room).then().statusCode(403);
        DataRooms.close(room).then().statusCode(409);
    }

    @Test
    void showsNothingToWhoeverIsNoMemberAnyMore() {
        String asset = Callers.register(Bundles.registration("Member"));
        String room = DataRooms.open(DataRooms.terms(asset));
        String path = reader.entered(room);
        ObjectNode terms = DataRooms.terms(asset);
        ((ObjectNode) terms.at("/members/0")).put("person", "somebody-else");
        DataRooms.change(room, terms).then().statusCode(200).body("version", equalTo(2));

        Response page = reader.read(path);

        page.then().statusCode(404);
    }

    @Test
    void showsNothingUnderAnotherToken() {
        String path = reader.entered(room("Token"));

        Response page = Reader.ofXbb().read(path);

        page.then().statusCode(404);
    }

    @Test
    void showsNothingAfterLeaving() {
        String path = reader.entered(room("Left"));
        reader.bearing()
                .delete(path.substring(0, path.indexOf("/assets")))
                .then()
                .statusCode(204);

        Response page = reader.read(path);

        page.then().statusCode(404);
    }

    @Test
    void showsNothingElseThanItHolds() {
        String path = reader.entered(room("Holds"));
        String other = Callers.register(Bundles.registration("Elsewhere"));

        Response page = reader.read(path.substring(0, path.lastIndexOf('/') + 1) + other);

        page.then().statusCode(404);
    }

    @Test
    void showsNothingWithoutAPermit() {
        String path = reader.entered(room("Suspended"));
        AccessPeer.behave(AccessPeer.Mode.SUSPENDED);

        Response page = reader.read(path);

        page.then().statusCode(404);
    }

    @Test
    void isNotThereForStrangers() {
        String room = room("Strangers");
        Response nothing =
                DataRooms.enter(Callers.xccAnalyst(), UUID.randomUUID().toString());

        Response entered = DataRooms.enter(Callers.xccAnalyst(), room);

        entered.then().statusCode(404);
        assertThat(entered.asByteArray()).isEqualTo(nothing.asByteArray());
        Callers.xccAnalyst().get("/catalog/data-rooms/" + room).then().statusCode(404);
    }

    @Test
    void isNotForTheHomeSide() {
        Response entered = DataRooms.enter(Callers.liaison(), room("Home"));

        entered.then().statusCode(403);
    }

    @Test
    void isOpenFromSomeNetworksOnly() {
        ObjectNode terms = DataRooms.terms(Callers.register(Bundles.registration("Network")));
        terms.putArray("networks").add("192.0.2.0/24");

        Response entered = DataRooms.enter(reader.bearing(), DataRooms.open(terms));

        entered.then().statusCode(403).body("code", equalTo("outside-geofence"));
    }

    @Test
    void isOpenFromNowhereWhereNoCountryIsKnown() {
        ObjectNode terms = DataRooms.terms(Callers.register(Bundles.registration("Country")));
        terms.putArray("countries").add("XBB");

        Response entered = DataRooms.enter(reader.bearing(), DataRooms.open(terms));

        entered.then().statusCode(403).body("code", equalTo("outside-geofence"));
    }

    @Test
    void asksForTheLoginThatItsTermsDemand() {
        ObjectNode terms = DataRooms.terms(Callers.register(Bundles.registration("Assurance")));
        String room = DataRooms.open(terms.put("assurance", "hardware"));
        Reader withToken = new Reader(Callers.xbb().assurance("hardware").sign());

        Response entered = DataRooms.enter(reader.bearing(), room);

        entered.then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("acr_values=\"hardware\""))
                .body("code", equalTo("assurance-too-low"));
        DataRooms.enter(withToken.bearing(), room).then().statusCode(201);
    }

    @Test
    void isACardForItsMembers() {
        String room = room("Card");

        Response card = reader.bearing().get("/catalog/data-rooms/" + room);

        card.then().statusCode(200).body("state", equalTo("open")).body("keySet()", not(hasItem("terms")));
    }

    @Test
    void isKeptByLiaisonOfficersOnly() {
        String terms = DataRooms.terms(UUID.randomUUID().toString()).toString();

        Response opened = Callers.originator().body(terms).post("/catalog/data-rooms");

        opened.then().statusCode(403);
        reader.bearing().body(terms).post("/catalog/data-rooms").then().statusCode(403);
    }

    private static String room(String title) {
        return DataRooms.open(DataRooms.terms(Callers.register(Bundles.registration(title))));
    }
}
