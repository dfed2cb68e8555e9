package org.entente.label.stix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.entente.label.stix.Bundles.bundle;
import static org.entente.label.stix.Bundles.object;

import com.fasterxml.jackson.databind.JsonNode;
import org.entente.label.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BundleReaderTest {

    private static final String BUNDLE_ID = "bundle--" + Bundles.UUID + "000000000000";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]                                                        | ``",
                "{'type':'report'}                                         | /type",
                "{'type':'bundle'}                                         | /id",
                "{'type':'bundle','id':'bundle--1'}                        | /id",
                "{'type':'bundle','id':'BUNDLE'}                           | /objects",
                "{'type':'bundle','id':'BUNDLE','objects':{}}              | /objects",
                "{'type':'bundle','id':'BUNDLE','objects':[]}              | /objects",
                "{'type':'bundle','id':'BUNDLE','objects':[7]}             | /objects/0",
                "{'type':'bundle','id':'BUNDLE','objects':[{}]}            | /objects/0/type",
                "{'type':'bundle','id':'BUNDLE','objects':[{'type':'tool'}]} | /objects/0/id"
            })
    void refusesWhatIsNoBundle(String json, String pointer) {
        refuses(Json.of(json.replace("BUNDLE", BUNDLE_ID)), pointer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'id':'malware--  | 'id':'tool--                        | /objects/0/id",
                "000000000001'    | 00000000000'                        | /objects/0/id",
                "'spec_version':'2.1' | 'spec_version':'2.0'            | /objects/0/spec_version",
                "'spec_version':'2.1' | 'spec_version':2.1              | /objects/0/spec_version",
                "'created':       | 'x_created':                        | /objects/0/created",
                "'modified':      | 'x_modified':                       | /objects/0/modified",
                "'modified':'2026-01-01T | 'modified':'2026-13-01T      | /objects/0/modified",
                "'modified':'2026-01-01T00:00:00Z' | 'modified':'2026-01-01' | /objects/0/modified",
                "'modified':      | 'a/b':[null],'modified':           | /objects/0/a~1b/0",
                "'modified':      | 'object_marking_refs':'x','modified': | /objects/0/object_marking_refs"
            })
    void refusesWhatIsNoObject(String part, String replacement, String pointer) {
        refuses(bundle(object("malware", "000000000001", "").replace(part, replacement)), pointer);
    }

    @Test
    void takesAnObservableWithoutVersion() {
        JsonNode bundle =
                bundle("{'type':'ipv4-addr','id':'ipv4-addr--" + Bundles.UUID + "000000000001','value':'192.0.2.1'}");

        assertThatCode(() -> Bundles.portions(bundle)).doesNotThrowAnyException();
    }

    @Test
    void refusesTheSameVersionTwice() {
        String malware = object("malware", "000000000001", "");

        refuses(
                bundle(
                        malware,
                        malware.replace("'modified':'2026-01-01T00:00:00Z'", "'modified':'2026-01-01T00:00:00.000Z'")),
                "/objects/1/id");
    }

    @Test
    void refusesTwoSpellingsOfOneId() {
        String malware = object("malware", "00000000000a", "");

        refuses(
                bundle(
                        malware,
                        object("tool", "000000000001", ",'x_of':['malware--" + Bundles.UUID + "00000000000A']")),
                "/objects/1/x_of/0");
    }

    @Test
    void refusesDeepNesting() {
        String nested = "'x':" + "[".repeat(20) + "]".repeat(20);

        assertThatExceptionOfType(StixException.class)
                .isThrownBy(() -> Bundles.portions(bundle(object("malware", "000000000001", "," + nested))))
                .satisfies(fault -> assertThat(fault.detail()).isEqualTo("nests deeper than 16 levels"));
    }

    @Test
    void refusesTooManyObjects() {
        assertThatExceptionOfType(StixException.class)
                .isThrownBy(() -> StixPortions.of(
                        bundle(object("malware", "000000000001", ""), object("malware", "000000000002", "")),
                        Bundles.labelling(),
                        new Limits(1, 16)))
                .satisfies(fault -> assertThat(fault.pointer()).isEqualTo("/objects"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "relationship     | ``                                                    | /objects/0/source_ref",
                "relationship     | ,'source_ref':'tool--UUID000000000002'                | /objects/0/target_ref",
                "relationship     | ,'source_ref':'sighting--UUID000000000002'            | /objects/0/source_ref",
                "sighting         | ,'sighting_of_ref':'relationship--UUID000000000002'   | /objects/0/sighting_of_ref",
                "language-content | ,'object_ref':'language-content--UUID000000000002'    | /objects/0/object_ref"
            })
    void refusesARelationshipWithoutProperEnds(String type, String fields, String pointer) {
        refuses(bundle(object(type, "000000000001", fields.replace("UUID", Bundles.UUID))), pointer);
    }

    private static void refuses(JsonNode bundle, String pointer) {
        assertThatExceptionOfType(StixException.class)
                .isThrownBy(() -> Bundles.portions(bundle))
                .satisfies(fault -> assertThat(fault.pointer()).isEqualTo(pointer));
    }
}
