package org.entente.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.catalog.Callers.xbbAnalyst;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class IntegrityResourceTest {
    private static final String DEFENCE = "{\"purpose\": \"cyber-defence\"}";
    private static final String VIOLATED = "org.entente.catalog.integrity.violated.v1";

    static Stream<Arguments> changes() {
        return Stream.of(
                Arguments.of(
                        "a byte flipped",
                        "update portion set content = set_byte(content, 20, get_byte(content, 20) # 1)"
                                + " where asset = ? and id like 'indicator%'"),
                Arguments.of(
                        "content swapped",
                        "update portion p set content = o.content from portion o where p.asset = ?"
                                + " and o.asset = p.asset and p.id like 'indicator%' and o.id like 'malware%'"),
                Arguments.of(
                        "relabelled to be shown",
                        "update portion p set label = o.label from portion o where p.asset = ?"
                                + " and o.asset = p.asset and p.id like 'malware%' and o.id like 'indicator%'"),
                Arguments.of("stripped", "delete from portion where asset = ? and id like 'malware%'"),
                Arguments.of(
                        "added",
                        "insert into portion (asset, version, seq, id, label, content) select asset, version, 99,"
                                + " 'tool--1', label, content from portion where asset = ? and id like 'indicator%'"),
                Arguments.of("moved", "update portion set seq = seq + 100 where asset = ? and id like 'identity%'"),
                Arguments.of("renamed", "update portion set id = id || 'x' where asset = ? and id like 'malware%'"),
                Arguments.of(
                        "the seal changed",
                        "update asset_version set seal = set_byte(seal, 3, get_byte(seal, 3) # 1) where asset = ?"),
                Arguments.of(
                        "the key changed",
                        "update asset_key set wrapped = set_byte(wrapped, 14, get_byte(wrapped, 14) # 1)"
                                + " where asset = ?"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void showsNothingOfWhatWasTamperedWith(String change, String statement) {
        String asset = Callers.register(Bundles.registration("Tampered: " + change));
        assertThat(Database.tamper(statement, UUID.fromString(asset))).isPositive();

        Response view = view(asset);

        assertThat(view.statusCode()).isEqualTo(500);
        assertThat(view.asString())
                .isEqualTo("{\"type\":\"about:blank\",\"title\":\"Internal Server Error\",\"status\":500,"
                        + "\"detail\":\"Something went wrong here; nothing was changed.\"}");
        assertThat(Events.await(VIOLATED, asset)).isNotEmpty();
    }

    @Test
    void noticesALabelThatIsNoLongerTheOneStored() {
        String asset = Callers.register(Bundles.registration("Relabelled " + UUID.randomUUID()));
        String document = Database.find(
                "select l.document from label l join portion p on p.label = l.id where p.id like 'malware%'"
                        + " and p.asset = '" + asset + "'");
        String wide = document.replace("\"policy\"", "\"releasableTo\":[\"XBB\"],\"policy\"");
        Database.tamper("update label set document = ? where document = ?", wide, document);

        Response view = view(asset);

        Database.tamper("update label set document = ? where document = ?", document, wide);
        assertThat(view.statusCode()).isEqualTo(500);
        assertThat(view.asString()).doesNotContain(Bundles.SECRET_WORDS);
    }

    @Test
    void showsNoTitleOfAnotherAsset() {
        String one = Callers.register(Bundles.registration("Title of one"));
        String other = Callers.register(Bundles.registration("Title of the other"));
        Database.tamper(
                "update asset_version v set title = o.title from asset_version o where v.asset = ? and o.asset = ?",
                UUID.fromString(one),
                UUID.fromString(other));

        Response card = xbbAnalyst().get("/catalog/assets/{id}", one);

        assertThat(card.statusCode()).isEqualTo(500);
        assertThat(card.asString()).doesNotContain("Title of");
        assertThat(Events.await(VIOLATED, one)).hasSize(1);
    }

    private static Response view(String asset) {
        return xbbAnalyst().body(DEFENCE).post("/catalog/assets/{id}/views", asset);
    }
}
