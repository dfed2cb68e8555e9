package org.entente.label.stix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.label.stix.Bundles.UUID;
import static org.entente.label.stix.Bundles.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;
import org.entente.label.Json;
import org.junit.jupiter.api.Test;

class ReferencesTest {

    private static final String SHOWN = "tool--" + UUID + "000000000001";
    private static final String HIDDEN = "malware--" + UUID + "000000000002";
    private static final String ELSEWHERE = "identity--" + UUID + "000000000003";

    @Test
    void ofListsAndPropertiesToWhatIsHiddenGo() {
        assertThat(kept(
                        "report",
                        ",'created_by_ref':'" + HIDDEN + "','object_refs':['" + SHOWN + "','" + HIDDEN + "','"
                                + ELSEWHERE + "']"))
                .contains(of("report", ",'object_refs':['" + SHOWN + "','" + ELSEWHERE + "']"));
    }

    @Test
    void leaveNoEmptyListBehind() {
        assertThat(kept("report", ",'object_refs':['" + HIDDEN + "']")).contains(of("report", ""));
    }

    @Test
    void goWhateverThePropertyIsCalledAndHoweverDeepItLies() {
        assertThat(kept("report", ",'extensions':{'x-own':{'about':'" + HIDDEN + "','kept':1}}"))
                .contains(of("report", ",'extensions':{'x-own':{'kept':1}}"));
    }

    @Test
    void takeTheListEntryThatDescribesWhatTheyReferToWithThem() {
        assertThat(kept(
                        "x-collection",
                        ",'x_contents':[{'object_ref':'" + HIDDEN
                                + "','object_modified':'2026-01-01T00:00:00Z'},{'object_ref':'" + SHOWN + "'}]"))
                .contains(of("x-collection", ",'x_contents':[{'object_ref':'" + SHOWN + "'}]"));
    }

    @Test
    void takeAGranularMarkingWithThemWhoseDefinitionIsHidden() {
        assertThat(kept(
                        "report",
                        ",'name':'x','granular_markings':[{'marking_ref':'" + HIDDEN + "','selectors':['name']}]"))
                .contains(of("report", ",'name':'x'"));
    }

    @Test
    void stayToTheTlpMarkingsThatEveryoneKnows() {
        String red = "marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed";
        ObjectNode marked = of("report", ",'object_marking_refs':['" + red + "']");

        assertThat(References.keepOnly(marked, id -> false, Set.of(red))).contains(marked);
    }

    @Test
    void moveTheSelectorsOfThoseThatStay() {
        assertThat(kept(
                        "report",
                        ",'object_refs':['" + HIDDEN + "','" + SHOWN
                                + "'],'granular_markings':[{'lang':'en','selectors':['object_refs.[1]']}]"))
                .contains(of(
                        "report",
                        ",'object_refs':['" + SHOWN
                                + "'],'granular_markings':[{'lang':'en','selectors':['object_refs.[0]']}]"));
    }

    @Test
    void takeARelationshipWithThemThatLosesAnEnd() {
        assertThat(kept("relationship", ",'source_ref':'" + SHOWN + "','target_ref':'" + HIDDEN + "'"))
                .isEmpty();
        assertThat(kept("sighting", ",'sighting_of_ref':'" + HIDDEN + "'")).isEmpty();
        assertThat(kept("language-content", ",'object_ref':'" + HIDDEN + "'")).isEmpty();
    }

    @Test
    void leaveARelationshipThatKeepsItsEnds() {
        String ends = ",'source_ref':'" + SHOWN + "','target_ref':'" + ELSEWHERE + "'";

        assertThat(kept("relationship", ends)).contains(of("relationship", ends));
    }

    private static Optional<ObjectNode> kept(String type, String fields) {
        ObjectNode object = of(type, fields);
        return References.keepOnly(
                object, SHOWN::equals, Set.of(SHOWN, HIDDEN, object.get("id").textValue()));
    }

    private static ObjectNode of(String type, String fields) {
        return (ObjectNode) Json.of(object(type, "000000000009", fields));
    }
}
