package org.entente.catalog.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTest {
    private static final Set<String> ASKED = Set.of("p1", "p2");

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void readsAPermit() throws Exception {
        Decision decision = decision("""
                {"evaluations": [{"decision": true, "context": {"decisionId": "d1", "epoch": 7, "more": {"x": [1]},
                  "view": {"portions": ["p2"], "tearline": null}, "obligations": [{"type": "watermark"}],
                  "explanation": {"home": {"all": 1}, "partner": {"summary": "as agreed"}}}}]}""");

        assertThat(decision.permitted()).isTrue();
        assertThat(decision.portions()).containsExactly("p2");
        assertThat(decision.decisionId()).isEqualTo("d1");
        assertThat(decision.obligations()).hasSize(1);
        assertThat(decision.explanation()).hasToString("{\"summary\":\"as agreed\"}");
    }

    @Test
    void aDenialShowsNothingWhateverElseItSays() throws Exception {
        Decision decision = decision("""
                {"evaluations": [{"decision": false, "context": {"decisionId": "d1", "view": {"portions": ["p1"]}}}]}""");

        assertThat(decision.permitted()).isFalse();
        assertThat(decision.portions()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"evaluations\": null}",
                "{\"evaluations\": []}",
                "{\"evaluations\": [null]}",
                "{\"evaluations\": [{}]}",
                "{\"evaluations\": [{\"decision\": true}]}",
                "{\"evaluations\": [{\"context\": {\"decisionId\": \"d1\", \"view\": {\"portions\": [\"p1\"]}}}]}",
                "{\"evaluations\": [{\"decision\": true, \"context\": {\"decisionId\": \"d1\"}}]}",
                "{\"evaluations\": [{\"decision\": true, \"context\": {\"view\": {\"portions\": [\"p1\"]}}}]}",
                "{\"evaluations\": [{\"decision\": true, \"context\": {\"decisionId\": \"d1\", \"view\": {\"portions\": []}}}]}",
                "{\"evaluations\": [{\"decision\": true, \"context\": {\"decisionId\": \"d1\", \"view\": {\"portions\": [\"p3\"]}}}]}",
                "{\"evaluations\": [{\"decision\": true, \"context\": {\"decisionId\": \"d1\", \"view\": {\"portions\": [\"p1\"], \"tearline\": \"t1\"}}}]}",
                "{\"evaluations\": [{\"decision\": false, \"context\": {\"error\": {\"status\": 400}}}]}",
            })
    void concludesNothingFromWhatIsUnclear(String answer) {
        assertThatThrownBy(() -> decision(answer)).isInstanceOf(UnclearAnswerException.class);
    }

    private Decision decision(String answer) throws Exception {
        return json.readValue(answer, Answer.class).decision(0, ASKED);
    }
}
