package org.entente.label;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelTest {

    private static final String FULL =
            "{'policy':'ALLIANCE','classification':'SECRET','originator':'XAA','releasableTo':['XBB','TRIO'],"
                    + "'displayableTo':['XBB','XCC'],'compartments':['ALLIANCE:ORION'],'originatorControlled':true,"
                    + "'proprietaryOwners':['XAA-AEROWORKS'],'categories':['situational-awareness'],"
                    + "'exportControls':[{'regime':'EU','code':'5A002'}],'tlp':'AMBER+STRICT'}";

    @Test
    void writesWhatItRead() throws JsonProcessingException {
        Label label = Json.MAPPER.treeToValue(Json.of(FULL), Label.class);

        assertThat(Json.MAPPER.writeValueAsString(label)).isEqualTo(FULL.replace('\'', '"'));
    }

    @Test
    void nullIsAbsent() {
        Label label = Label.of(Json.of("{'policy':'ALLIANCE','classification':'SECRET','releasableTo':null,"
                + "'originator':null,'tlp':null,'originatorControlled':null}"));

        assertThat(label).isEqualTo(Label.of("ALLIANCE", "SECRET"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]                                                         |                        | is not an object",
                "{'classification':'SECRET'}                                | /policy                | is required",
                "{'policy':'A'}                                             | /classification        | is required",
                "{'policy':5,'classification':'S'}                          | /policy                | is not a string",
                "{'policy':'A\\u0000','classification':'S'}                | /policy                | has a control character or half a surrogate pair",
                "{'policy':'A','classification':'\\ud800'}                 | /classification        | has a control character or half a surrogate pair",
                "{'policy':'A','classification':'S','categories':['\\udc00\\ud800']} | /categories/0  | has a control character or half a surrogate pair",
                "{'policy':'A','classification':'S','owner':'X'}            | /owner                 | is not a known field",
                "{'policy':'A','classification':'S','a/b~c':'X'}            | /a~1b~0c               | is not a known field",
                "{'policy':'A','classification':'S','releasableTo':'XBB'}   | /releasableTo          | is not a list",
                "{'policy':'A','classification':'S','releasableTo':['X',7]} | /releasableTo/1        | is not a string",
                "{'policy':'A','classification':'S','releasableTo':[null]}  | /releasableTo/0        | is not a string",
                "{'policy':'A','classification':'S','originatorControlled':'true'} | /originatorControlled | is not a boolean",
                "{'policy':'A','classification':'S','tlp':'WHITE'}          | /tlp                   | is not a TLP 2.0 marking",
                "{'policy':'A','classification':'S','tlp':'amber'}          | /tlp                   | is not a TLP 2.0 marking",
                "{'policy':'A','classification':'S','exportControls':[{'regime':'EU'}]} | /exportControls/0/code | is required",
                "{'policy':'A','classification':'S','exportControls':[{'regime':'EU','code':'1','x':1}]} | /exportControls/0/x | is not a known field",
                "{'policy':'A','classification':'S','also':[{'policy':'A'}]} | /also/0/classification | is required",
                "{'policy':'A','classification':'S','also':[{'policy':'A','classification':'S','also':[]}]} | /also/0/also | is not a known field"
            })
    void refusesWhatIsNoLabelAndNamesTheField(String json, String pointer, String detail) {
        assertThatExceptionOfType(LabelException.class)
                .isThrownBy(() -> Label.of(Json.of(json)))
                .satisfies(fault -> {
                    assertThat(fault.pointer()).isEqualTo(pointer == null ? "" : pointer);
                    assertThat(fault.detail()).isEqualTo(detail);
                });
    }

    @Test
    void isStrictWhateverTheMapperIsSetTo() {
        var lenient = Json.MAPPER
                .rebuild()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();

        assertThatExceptionOfType(JsonMappingException.class)
                .isThrownBy(() -> lenient.readValue(
                        "[{\"policy\":\"A\",\"classification\":\"S\",\"exportControls\":[{\"regime\":1}]}]",
                        Label[].class))
                .satisfies(fault -> assertThat(fault.getPathReference())
                        .contains("[0]")
                        .contains("[\"exportControls\"]")
                        .endsWith("[\"regime\"]"));
    }

    @Test
    void refusesListsWithoutEnd() {
        String nations = "'XBB',".repeat(2_000) + "'XBB'";

        assertThatExceptionOfType(LabelException.class)
                .isThrownBy(
                        () -> Label.of(Json.of("{'policy':'A','classification':'S','releasableTo':[" + nations + "]}")))
                .satisfies(fault -> assertThat(fault.pointer()).isEqualTo("/releasableTo"));
    }

    @Test
    void cannotBeChangedThroughTheListItWasMadeOf() {
        List<String> nations = new ArrayList<>(List.of("XBB"));
        Label label =
                new Label("ALLIANCE", "SECRET", null, null, nations, null, null, false, null, null, null, null, null);

        nations.add("XCC");

        assertThat(label.releasableTo()).containsExactly("XBB");
    }

    @Test
    void hasOneCanonicalFormHoweverItIsWritten() {
        Label one =
                Label.of(Json.of("{'classification':'SECRET','policy':'ALLIANCE','releasableTo':['XCC','XBB','XCC'],"
                        + "'exportControls':[{'regime':'EU','code':'5A002'},{'code':'1A','regime':'EU'}]}"));
        Label other = Label.of(
                Json.of("{'policy':'ALLIANCE','classification':'SECRET','tlp':null,'releasableTo':['XBB','XCC'],"
                        + "'exportControls':[{'regime':'EU','code':'1A'},{'regime':'EU','code':'5A002'}]}"));

        assertThat(one.canonical()).isEqualTo(other.canonical());
        assertThat(new String(one.canonical(), UTF_8))
                .isEqualTo("{\"classification\":\"SECRET\",\"exportControls\":[{\"code\":\"1A\",\"regime\":\"EU\"},"
                        + "{\"code\":\"5A002\",\"regime\":\"EU\"}],\"originatorControlled\":false,"
                        + "\"policy\":\"ALLIANCE\",\"releasableTo\":[\"XBB\",\"XCC\"]}");
    }

    @Test
    void tellsNothingFromEmptyInItsCanonicalForm() {
        Label absent = Label.of("ALLIANCE", "SECRET");
        Label empty = Label.of(Json.of("{'policy':'ALLIANCE','classification':'SECRET','displayableTo':[]}"));

        assertThat(absent.canonical()).isNotEqualTo(empty.canonical());
    }
}
