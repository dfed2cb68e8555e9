package org.entente.audit.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import org.entente.audit.follow.Logged;
import org.entente.events.EventTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraitsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant RECORDED = Instant.parse("2026-11-23T10:00:00Z");

    @Test
    void aDecisionIsSearchedByEverythingThatItSays() throws Exception {
        // given
        Logged entry = entry(
                EventTypes.DECISION_MADE,
                "{\"time\":\"2026-11-23T09:59:59+01:00\",\"data\":{\"person\":\"p\",\"action\":\"view\",\"purpose\":\"u\","
                        + "\"resource\":\"a\",\"decision\":false}}");

        // when
        Traits traits = Traits.of(entry);

        // then
        assertThat(traits)
                .isEqualTo(new Traits(
                        9,
                        Instant.parse("2026-11-23T08:59:59Z"),
                        EventTypes.DECISION_MADE,
                        "XBB",
                        "p",
                        null,
                        "a",
                        "view",
                        "u",
                        "denied"));
    }

    @Test
    void anActOnAnAssetIsFoundByTheAsset() throws Exception {
        // given
        Logged entry = entry(EventTypes.ASSET_REGISTERED, "{\"actor\":\"o@XAA\",\"data\":{\"title\":\"t\"}}");

        // when
        Traits traits = Traits.of(entry);

        // then
        assertThat(traits.asset()).isEqualTo("s");
        assertThat(traits.actor()).isEqualTo("o@XAA");
        assertThat(traits.at()).isEqualTo(RECORDED);
        assertThat(traits.result()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "{\"time\":7,\"actor\":[],\"data\":\"x\"}",
                "{\"time\":\"noon\",\"data\":{\"decision\":1}}"
            })
    void whatSaysNothingIsStillALine(String event) throws Exception {
        // given
        Logged entry = entry(EventTypes.DECISION_MADE, event);

        // when
        Traits traits = Traits.of(entry);

        // then
        assertThat(traits.at()).isEqualTo(RECORDED);
        assertThat(traits.person()).isNull();
        assertThat(traits.result()).isNull();
    }

    private static Logged entry(String type, String event) throws JsonProcessingException {
        return new Logged(9, type, "s", "XBB", RECORDED, JSON.readTree(event));
    }
}
