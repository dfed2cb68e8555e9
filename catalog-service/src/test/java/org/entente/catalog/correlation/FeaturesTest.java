package org.entente.catalog.correlation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Set;
import org.entente.catalog.correlation.Feature.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeaturesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MD5 = "d41d8cd98f00b204e9800998ecf8427e";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ipv4-addr | 192.0.2.1 | 192.0.2.1/32",
                "ipv4-addr | 192.0.2.1 | ' 192.0.2[.]1 '",
                "ipv6-addr | 2001:db8::1 | 2001:0DB8:0:0:0:0:0:1",
                "domain-name | example.org | EXAMPLE[.]org.",
                "domain-name | xn--bcher-kva.example | Bücher.example",
                "url | http://example.org/ | hxxp://EXAMPLE.org:80",
                "url | https://example.org/a?b=C | https://Example.org/x/../a?b=C#part",
                "email-addr | someone@example.org | Someone@Example.org",
                "mac-addr | 00:11:22:aa:bb:cc | 00-11-22-AA-BB-CC",
                "windows-registry-key | hkey_local_machine\\a | HKEY_LOCAL_MACHINE\\A"
            })
    void theSameIsTheSameHoweverItIsWritten(String type, String one, String other) {
        assertThat(Normal.observable(type, other)).isPresent().isEqualTo(Normal.observable(type, one));
    }

    @ParameterizedTest
    @CsvSource({
        "ipv4-addr, 10.0.0.1",
        "ipv4-addr, 127.0.0.1",
        "ipv4-addr, 192.168.1.1",
        "ipv4-addr, 999.0.0.1",
        "ipv4-addr, host.example",
        "ipv6-addr, ::1",
        "ipv6-addr, fe80::1"
    })
    void whatIsEverywhereTheSameIsNoFeature(String type, String value) {
        assertThat(Normal.observable(type, value)).isEmpty();
    }

    @Test
    void namesAreComparedWithoutCaseSpacesAndPunctuation() {
        assertThat(Normal.name("Harbour  Authority, XBB")).isEqualTo(Normal.name("ＨＡＲＢＯＵＲ authority XBB."));
    }

    @Test
    void anIndicatorIsAboutWhatItsPatternLooksFor() throws JsonProcessingException {
        String pattern = "[ipv4-addr:value = '192.0.2.1' OR file:hashes.'MD5' = '" + MD5.toUpperCase()
                + "'] FOLLOWEDBY [domain-name:value IN ('a.example', 'b.example') AND file:name = 'x']";

        Set<Feature> features = Features.of(JSON.createObjectNode()
                .put("type", "indicator")
                .put("pattern_type", "stix")
                .put("pattern", pattern));

        assertThat(features)
                .containsExactlyInAnyOrder(
                        Feature.observable("ipv4-addr", "192.0.2.1"),
                        Feature.observable("hash-MD5", MD5),
                        Feature.observable("domain-name", "a.example"),
                        Feature.observable("domain-name", "b.example"));
    }

    @Test
    void aLongLiteralIsOnlyALiteral() {
        String pattern = "[domain-name:value = '" + "\\'".repeat(40_000) + "' OR mutex:name = 'it\\'s']";

        Set<Feature> features = Features.of(JSON.createObjectNode()
                .put("type", "indicator")
                .put("pattern_type", "stix")
                .put("pattern", pattern));

        assertThat(features).containsExactly(Feature.observable("mutex", "it's"));
    }

    @Test
    void aSightingIsAboutWhatItSights() throws JsonProcessingException {
        Set<Feature> features = Features.of(JSON.readTree("""
                {"type": "sighting", "modified": "2026-01-01T00:00:00Z",
                 "sighting_of_ref": "indicator--26ffb872-1dd9-446e-b6f5-d58527e5b5d2"}"""));

        assertThat(features)
                .containsExactly(
                        new Feature(Kind.SIGHTING, "object", "indicator--26ffb872-1dd9-446e-b6f5-d58527e5b5d2", false));
    }

    @Test
    void aFileIsAboutItsHashes() throws JsonProcessingException {
        Set<Feature> features = Features.of(
                JSON.readTree("{\"type\": \"file\", \"name\": \"a.exe\", \"hashes\": {\"MD5\": \"" + MD5 + "\"}}"));

        assertThat(features).isEqualTo(Set.of(Feature.observable("hash-MD5", MD5)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"type\": \"indicator\"}",
                "{\"type\": \"indicator\", \"pattern_type\": \"snort\", \"pattern\": \"[ipv4-addr:value = '192.0.2.1']\"}",
                "{\"type\": \"identity\", \"name\": \"A\"}",
                "{\"type\": \"file\", \"hashes\": {\"MD5\": \"nonsense\"}}",
                "{\"type\": \"campaign\", \"name\": \"Tide\"}"
            })
    void somethingElseIsAboutNothing(String object) throws JsonProcessingException {
        assertThat(List.copyOf(Features.of(JSON.readTree(object)))).isEmpty();
    }
}
