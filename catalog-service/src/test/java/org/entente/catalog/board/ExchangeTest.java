package org.entente.catalog.board;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExchangeTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectNode INDICATOR = object("indicator");
    private static final ObjectNode CAMPAIGN = object("campaign");
    private static final ObjectNode RELATIONSHIP = object("relationship")
            .put("relationship_type", "indicates")
            .put("source_ref", INDICATOR.path("id").asText())
            .put("target_ref", CAMPAIGN.path("id").asText());

    @Test
    void letsEverythingPassWithoutAProfile() {
        assertThat(Exchange.EVERYTHING.lets("tool")).isTrue();
        assertThat(Exchange.EVERYTHING.narrowed(List.of())).isEmpty();
        assertThat(Exchange.EVERYTHING.passing(List.of(INDICATOR, RELATIONSHIP, CAMPAIGN)))
                .containsExactly(INDICATOR, RELATIONSHIP, CAMPAIGN);
    }

    @Test
    void letsPassWhatEveryProfileNames() {
        Exchange exchange = exchange(Set.of("indicator", "tool"), Set.of("indicator", "campaign"));

        assertThat(exchange.lets("indicator")).isTrue();
        assertThat(exchange.lets("tool")).isFalse();
        assertThat(exchange.lets("campaign")).isFalse();
        assertThat(exchange.narrowed(List.of())).containsExactly("indicator");
    }

    @Test
    void asksForNothingWhereNothingPasses() {
        Exchange exchange = exchange(Set.of("indicator"));

        List<String> narrowed = exchange.narrowed(List.of("tool"));

        assertThat(narrowed).isNotEmpty().doesNotContain("tool", "indicator");
    }

    @Test
    void keepsBackWhatIsAboutSomethingThatDoesNotPass() {
        Exchange exchange = exchange(Set.of("campaign", "relationship"));

        List<ObjectNode> passing = exchange.passing(List.of(INDICATOR, RELATIONSHIP, CAMPAIGN));

        assertThat(passing).containsExactly(CAMPAIGN);
    }

    @Test
    void cutsPropertiesThatAnyProfileKeepsBack() {
        Exchange exchange = new Exchange(List.of(profile("""
                {"objectTypes": ["campaign"], "properties": {"campaign": {"allowed": ["name", "aliases"]}}}"""), profile("""
                {"objectTypes": ["campaign"], "properties": {"campaign": {"forbidden": ["aliases"]}}}""")));
        ObjectNode campaign = object("campaign").put("name", "Weir").put("description", "Long.");
        campaign.putArray("aliases").add("Dam");

        List<ObjectNode> passing = exchange.passing(List.of(campaign));

        assertThat(passing).containsExactly(object("campaign").put("name", "Weir"));
        assertThat(exchange.keptBack(campaign)).containsExactlyInAnyOrder("description", "aliases");
    }

    @Test
    void keepsBackWhatIsNothingWithoutTheProperty() {
        Exchange exchange = new Exchange(List.of(profile("""
                {"objectTypes": ["indicator"], "properties": {"indicator": {"forbidden": ["pattern"]}}}""")));

        List<ObjectNode> passing = exchange.passing(List.of(object("indicator").put("pattern", "[url:value = 'x']")));

        assertThat(passing).isEmpty();
    }

    private static Profile profile(String document) {
        try {
            return Profile.of(JSON.readTree(document));
        } catch (JsonProcessingException exception) {
            throw new AssertionError(exception);
        }
    }

    @SafeVarargs
    private static Exchange exchange(Set<String>... types) {
        return new Exchange(Stream.of(types)
                .map(each -> new Profile(each, Map.of(), Set.of()))
                .toList());
    }

    private static ObjectNode object(String type) {
        return JSON.createObjectNode().put("type", type).put("id", type + "--26ffb872-1dd9-446e-b6f5-d58527e5b5d2");
    }
}
