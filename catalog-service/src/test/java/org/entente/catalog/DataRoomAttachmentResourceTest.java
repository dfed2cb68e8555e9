package org.entente.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.catalog.Attachments.CHUNK;
import static org.entente.catalog.Attachments.HOME_ONLY;
import static org.entente.catalog.Attachments.SHARED;
import static org.entente.catalog.Attachments.portion;
import static org.entente.catalog.Attachments.withAttachments;
import static org.entente.catalog.Callers.originator;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A page of a text has 100,000 bytes here, and a picture 1,000 at most. */
@QuarkusTest
class DataRoomAttachmentResourceTest {
    private static final int PAGE = 100_000;

    private final DataRooms.Reader reader = DataRooms.Reader.ofXbb();

    @BeforeEach
    @AfterEach
    void behave() {
        AccessPeer.behave(AccessPeer.Mode.NORMAL);
    }

    @Test
    void listsThemWithTheirMarks() {
        String asset = register("text/plain", "The pumps.".getBytes(StandardCharsets.UTF_8), SHARED);

        Response page = reader.read(entered(asset));

        page.then()
                .statusCode(200)
                .body(containsString("pump plan.pdf"))
                .body(containsString("/attachments/" + portion(asset)))
                .body(containsString("10 bytes"));
    }

    @Test
    void showsATextAsAPageWithTheMark() {
        String asset = register("text/html", "<script>pumps</script>".getBytes(StandardCharsets.UTF_8), SHARED);

        Response page = readAttached(asset, 1);

        page.then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .header("Content-Disposition", "inline")
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .body(containsString("&lt;script&gt;pumps&lt;/script&gt;"))
                .body(containsString("xbb-analyst@XBB"))
                .body(containsString("Page 1 of 1"))
                .body(not(containsString("<script>")));
        assertThat(Events.awaitData("org.entente.catalog.data-room.page-served.v1", "portion", portion(asset)))
                .isNotEmpty();
    }

    @Test
    void turnsThePagesOfALongTextWithoutBreakingACharacter() {
        String text = "é".repeat(PAGE / 2) + "x" + "é".repeat(CHUNK);
        String asset = register("text/plain;charset=utf-8", text.getBytes(StandardCharsets.UTF_8), SHARED);
        String path = attached(asset);
        StringBuilder read = new StringBuilder();

        for (int page = 1; page <= 3; page++) {
            read.append(words(reader.read(path + "?page=" + page).asString()));
        }

        assertThat(read.toString()).isEqualTo(text);
        reader.read(path + "?page=4").then().statusCode(404);
    }

    @Test
    void showsAPicture() {
        byte[] picture = Attachments.content(100);
        String asset = register("image/png", picture, SHARED);

        Response page = readAttached(asset, 1);

        page.then()
                .statusCode(200)
                .body(containsString(
                        "data:image/png;base64," + Base64.getEncoder().encodeToString(picture)))
                .body(containsString("xbb-analyst@XBB"));
    }

    @Test
    void onlyNamesWhatItCannotShow() {
        String asset = register("application/pdf", Attachments.content(10), SHARED);

        Response page = reader.read(entered(asset));

        page.then()
                .body(containsString("cannot be shown in a data room"))
                .body(not(containsString("/attachments/" + portion(asset))));
        readAttached(asset, 1).then().statusCode(404);
    }

    @Test
    void onlyNamesAPictureThatIsTooLarge() {
        String asset = register("image/png", Attachments.content(1_001), SHARED);

        Response page = readAttached(asset, 1);

        page.then().statusCode(404);
    }

    @Test
    void neitherShowsNorNamesWhatItsLabelKeepsBack() {
        String asset = register("text/plain", "The pumps.".getBytes(StandardCharsets.UTF_8), HOME_ONLY);

        Response page = reader.read(entered(asset));

        page.then().statusCode(200).body(not(containsString("pump plan")));
        readAttached(asset, 1).then().statusCode(404);
    }

    @Test
    void showsNothingOnceTheRoomIsClosed() {
        String asset = register("text/plain", "The pumps.".getBytes(StandardCharsets.UTF_8), SHARED);
        String room = DataRooms.open(DataRooms.terms(asset));
        String path = reader.entered(room) + "/attachments/" + portion(asset);
        reader.read(path).then().statusCode(200);
        DataRooms.close(room).then().statusCode(200);

        Response page = reader.read(path);

        assertThat(page.statusCode()).isIn(403, 404);
        assertThat(page.asString()).doesNotContain("pumps");
    }

    private Response readAttached(String asset, int page) {
        return reader.read(attached(asset) + "?page=" + page);
    }

    private String attached(String asset) {
        return entered(asset) + "/attachments/" + portion(asset);
    }

    private String entered(String asset) {
        return reader.entered(DataRooms.open(DataRooms.terms(asset)));
    }

    private static String register(String type, byte[] content, String label) {
        String upload = originator()
                .contentType(type)
                .body(content)
                .post("/catalog/attachments")
                .path("id");
        return Callers.register(withAttachments("With a file", upload, label));
    }

    /** What the page says within its one article, behind the mark. */
    private static String words(String html) {
        String article = html.substring(html.indexOf("<article>"), html.indexOf("</article>"));
        return article.substring(article.lastIndexOf("<p>") + 3, article.lastIndexOf("</p>"));
    }
}
