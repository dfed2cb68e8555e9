package org.entente.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @Test
    void areTermsAndTheirParts() {
        assertThat(Words.of("The (Pump-House), at 192.0.2.10!"))
                .containsExactly("the", "pump-house", "pump", "house", "at", "192.0.2.10", "192", "0", "2", "10");
    }

    @Test
    void areSpelledInOneWay() {
        assertThat(Words.of("ÉTÉ ﬁne \uFF21")).containsExactly("été", "fine", "a");
    }

    @Test
    void ofAQueryAreWhole() {
        assertThat(Words.asked(" pump-house  \"192.0.2.10\" ")).containsExactly("pump-house", "192.0.2.10");
    }

    @Test
    void leaveOutWhatIsEndless() {
        assertThat(Words.of("a ".repeat(3) + "x".repeat(200))).containsExactly("a");
    }

    @ParameterizedTest
    @CsvSource({"pumps,14", "the,0", "intruder,4", "nowhere,-1", "int,-1"})
    void areFoundWhereTheyStand(String word, int place) {
        assertThat(Words.find("The intruder, pumps.", word)).isEqualTo(place);
    }

    @Test
    void areTakenFromWhatPeopleWrote() throws Exception {
        String content = """
                {"type": "indicator", "id": "indicator--26ffb872-1dd9-446e-b6f5-d58527e5b5d2", "name": "Sluice",
                 "created": "2026-01-01T00:00:00Z", "created_by_ref": "identity--f431f809-377b-45e0-aa1c-6a4751cae5ff",
                 "pattern": "[ipv4-addr:value = '192.0.2.10']", "labels": ["dark"], "hashes": {"MD5": "cafe"}, "key": "a2V5"}""";

        List<String> texts = Texts.of(new ObjectMapper().readTree(content));

        assertThat(texts).containsExactly("Sluice", "[ipv4-addr:value = '192.0.2.10']", "dark", "cafe");
    }

    @Test
    void areShownWithWhatSurroundsThem() {
        String text = "word ".repeat(40) + "needle" + " word".repeat(40);

        String snippet = Snippet.of(List.of("nothing", text), "needle").orElseThrow();

        assertThat(snippet)
                .startsWith("…word")
                .endsWith("word…")
                .contains(" needle ")
                .hasSizeLessThan(200);
        assertThat(Snippet.of(List.of("Only a needle."), "needle")).contains("Only a needle.");
        assertThat(Snippet.of(List.of("x".repeat(300) + " needle"), "needle")).contains("…needle");
        assertThat(Snippet.of(List.of("nothing"), "needle")).isEmpty();
    }
}
