package org.entente.label.stix;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.entente.label.Tlp;

/** A TLP as a STIX marking definition, in either version of TLP, under the id and in the words that every consumer knows. */
public enum TlpMarking {

    /** TLP 1, built into STIX 2.1 (section 7.2.1.4); {@code AMBER+STRICT}, which it lacks, becomes red. */
    TLP_1 {
        @Override
        public String id(Tlp tlp) {
            return TlpMarkings.tlp1Id(tlp);
        }

        @Override
        public ObjectNode of(Tlp tlp) {
            String name = TlpMarkings.tlp1Name(tlp);
            ObjectNode marking = marking(id(tlp), "2017-01-20T00:00:00.000Z", name);
            marking.put("definition_type", "tlp").putObject("definition").put("tlp", name);
            return marking;
        }
    },

    /** FIRST TLP 2.0, an extension of STIX 2.1 (OASIS, STIX common object repository). */
    TLP_2 {
        @Override
        public String id(Tlp tlp) {
            return TlpMarkings.tlp2Id(tlp);
        }

        @Override
        public ObjectNode of(Tlp tlp) {
            String name = TlpMarkings.tlp2Name(tlp);
            ObjectNode marking = marking(id(tlp), "2022-10-01T00:00:00.000Z", name);
            marking.putObject("extensions")
                    .putObject(TlpMarkings.TLP_2_EXTENSION)
                    .put("extension_type", "property-extension")
                    .put("tlp_2_0", name);
            return marking;
        }
    };

    /** The id of the marking definition, which needs not be sent along. */
    public abstract String id(Tlp tlp);

    /** The marking definition itself, always the same for one TLP. */
    public abstract ObjectNode of(Tlp tlp);

    private static ObjectNode marking(String id, String created, String name) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", StixObject.MARKING_DEFINITION)
                .put("spec_version", "2.1")
                .put("id", id)
                .put("created", created)
                .put("name", "TLP:" + name.toUpperCase(Locale.ROOT));
    }
}
