package org.entente.catalog.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Set;
import org.entente.http.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> STORED = Set.of("tool", "campaign");

    @ParameterizedTest(name = "{0} → {1}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                     | {}                     | same",
                "{}                     | {'allowed': ['name']}  | same",
                "{}                     | {'forbidden': ['name']} | same",
                "{'allowed': ['name']}  | {}                     | wider",
                "{'forbidden': ['name']} | {}                    | wider",
                "{'allowed': ['name']}  | {'allowed': ['name', 'aliases']} | wider",
                "{'allowed': ['name', 'aliases']} | {'allowed': ['name']} | same",
                "{'allowed': ['name']}  | {'forbidden': ['aliases']} | wider",
                "{'forbidden': ['name']} | {'allowed': ['aliases']} | same",
                "{'forbidden': ['name']} | {'allowed': ['name']} | wider",
                "{'forbidden': ['name']} | {'forbidden': ['name', 'aliases']} | same",
                "{'forbidden': ['name', 'aliases']} | {'forbidden': ['name']} | wider",
            })
    void isWiderWhereAPropertyMightPassThatDidNot(String before, String after, String outcome) {
        Set<String> wider = profile(rule(after), "").widerThan(profile(rule(before), ""), STORED);

        assertThat(wider).isEqualTo(outcome.equals("wider") ? Set.of("tool") : Set.of());
    }

    @ParameterizedTest(name = "{0} → {1}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "                      | 'partners': ['XBB'],        | wider",
                "'partners': ['XBB'],  |                             | same",
                "'partners': ['XBB'],  | 'partners': ['XBB', 'XCC'], | same",
                "'partners': ['XBB'],  | 'partners': ['XCC'],        | wider",
            })
    void isWiderWhereItIsNotKeptWithAPartnerAnyMore(String before, String after, String outcome) {
        Set<String> wider = profile(rule("{}"), String.valueOf(after == null ? "" : after))
                .widerThan(profile(rule("{}"), before == null ? "" : before), STORED);

        assertThat(wider).isEqualTo(outcome.equals("wider") ? Set.of("campaign") : Set.of());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'properties': {'malware': {'allowed': ['name']}}, | /properties/malware",
                "'properties': {},                                 | /properties",
                "'properties': {'tool': {}},                       | /properties/tool",
                "'properties': {'tool': {'allowed': ['name'], 'forbidden': ['name']}}, | /properties/tool",
                "'properties': {'tool': {'allowed': []}},          | /properties/tool/allowed",
                "'properties': {'tool': {'forbidden': ['id']}},    | /properties/tool/forbidden/0",
                "'properties': {'tool': {'forbidden': ['a b']}},   | /properties/tool/forbidden/0",
                "'partners': [],                                   | /partners",
                "'partners': ['xbb'],                              | /partners/0",
                "'nations': ['XBB'],                               | /nations",
            })
    void namesTheFieldThatMeansNothing(String member, String field) {
        assertThatThrownBy(() ->
                        Profile.require(read("{" + member + "'specification': 'S', 'objectTypes': ['tool']}"), ""))
                .isInstanceOf(Problem.class)
                .hasFieldOrPropertyWithValue("field", field);
    }

    @Test
    void alwaysLetsPassWhatTellsHowAnObjectIsMarked() {
        Profile profile = profile(rule("{'allowed': ['name']}"), "");

        assertThat(profile.lets("tool", "object_marking_refs")).isTrue();
        assertThat(profile.lets("tool", "revoked")).isTrue();
        assertThat(profile.lets("tool", "description")).isFalse();
        assertThat(profile.lets("campaign", "description")).isTrue();
    }

    private static String rule(String rule) {
        return rule.equals("{}") ? "" : "'properties': {'tool': " + rule + "},";
    }

    /** Of tools, restricted as the rule says, and nothing else. */
    private static Profile profile(String rule, String partners) {
        return Profile.of(read("{" + rule + partners + "'objectTypes': ['tool']}"));
    }

    private static JsonNode read(String document) {
        try {
            return JSON.readTree(document.replace('\'', '"'));
        } catch (JsonProcessingException exception) {
            throw new AssertionError(exception);
        }
    }
}
