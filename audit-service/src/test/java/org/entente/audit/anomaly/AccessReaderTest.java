package org.entente.audit.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.audit.follow.Logged;
import org.entente.events.EventTypes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessReaderTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final AccessReader reader = new AccessReader("XAA");

    @Test
    void aDecisionIsReadWithEverythingThatItTells() throws Exception {
        // given
        Logged entry = entry(
                EventTypes.DECISION_MADE,
                null,
                "{\"data\":{\"person\":\"p\",\"partner\":\"XBB\",\"unit\":\"cyber\","
                        + "\"resource\":\"a\",\"decision\":true,\"country\":\"XBB\",\"network\":\"192.0.2.0/24\","
                        + "\"categories\":[\"sensitive\"],\"grants\":[\"g\"]}}");

        // when
        Access access = reader.read(entry).orElseThrow();

        // then
        assertThat(access.by()).isEqualTo(new Access.Accessor("p", "cyber", "XBB", false));
        assertThat(access.deed())
                .isEqualTo(new Access.Deed(Access.Kind.ASKED, true, "a", Set.of("sensitive"), List.of("g"), 0));
        assertThat(access.place()).isEqualTo(new Access.Place("XBB", "192.0.2.0/24"));
    }

    @Test
    void anEventFromBeforeTheseFieldsIsRead() throws Exception {
        // given
        Logged entry = entry(
                EventTypes.DECISION_MADE, "XBB", "{\"data\":{\"person\":\"p\",\"resource\":\"a\",\"decision\":false}}");

        // when
        Access access = reader.read(entry).orElseThrow();

        // then
        assertThat(access.by()).isEqualTo(new Access.Accessor("p", null, "XBB", false));
        assertThat(access.deed().permitted()).isFalse();
        assertThat(access.place()).isEqualTo(Access.Place.UNKNOWN);
    }

    @Test
    void peopleOfTheHomeSideAreOfNoPartner() throws Exception {
        // given
        Logged entry = entry(
                EventTypes.VIEW_SERVED, null, "{\"actor\":\"xaa-originator@XAA\",\"data\":{\"partner\":\"XAA\"}}");

        // when
        Access access = reader.read(entry).orElseThrow();

        // then
        assertThat(access.by()).isEqualTo(new Access.Accessor("xaa-originator@XAA", null, null, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"data\":null}",
                "{\"data\":[]}",
                "{\"data\":{\"person\":7}}",
                "{\"data\":{\"person\":\"\"}}",
                "{\"actor\":5,\"data\":{\"decision\":\"yes\"}}"
            })
    void whatTellsOfNobodyIsNoAccess(String event) throws Exception {
        // given
        Logged entry = entry(EventTypes.DECISION_MADE, "XBB", event);

        // when
        Optional<Access> access = reader.read(entry);

        // then
        assertThat(access).isEmpty();
    }

    @Test
    void whatIsOfAnotherTypeIsNoAccess() throws Exception {
        // given
        Logged entry = entry(EventTypes.GRANT_WITHDRAWN, "XBB", "{\"data\":{\"person\":\"p\"}}");

        // when
        Optional<Access> access = reader.read(entry);

        // then
        assertThat(access).isEmpty();
    }

    private static Logged entry(String type, @Nullable String partner, String event) throws JsonProcessingException {
        return new Logged(3, type, "s", partner, Instant.EPOCH, JSON.readTree(event));
    }
}
