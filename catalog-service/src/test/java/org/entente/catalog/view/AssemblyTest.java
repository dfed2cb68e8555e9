package org.entente.catalog.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.entente.catalog.view.Assembly.Assembled;
import org.entente.label.stix.PortionId;
import org.junit.jupiter.api.Test;

class AssemblyTest {
    private static final String MALWARE = "malware--31b940d4-6f7f-459a-80ea-9c1f17b5891b";
    private static final String INDICATOR = "indicator--26ffb872-1dd9-446e-b6f5-d58527e5b5d2";
    private static final String RELATIONSHIP = "relationship--44298a74-ba52-4f0c-87a3-1824e67d7fad";
    private static final String REPORT = "report--84e4d88f-44ea-4bcd-bbf3-b2c1c320bcb3";
    private static final Set<String> ALL = Set.of(MALWARE, INDICATOR, RELATIONSHIP, REPORT);

    private final ObjectMapper json = new ObjectMapper();
    private final Assembly assembly = new Assembly();

    @Test
    void putsPermittedPropertiesBack() throws Exception {
        add(MALWARE, "{'type':'malware','id':'" + MALWARE + "','name':null,'description':null}");
        add(MALWARE + "#name", "'Pumpkin'");

        Assembled assembled = assembly.close(ALL);

        assertThat(assembled.portions()).isEqualTo(2);
        assertThat(assembled.objects())
                .containsExactly((ObjectNode) read("{'type':'malware','id':'" + MALWARE + "','name':'Pumpkin'}"));
    }

    @Test
    void neverShowsAPropertyWithoutItsObject() throws Exception {
        add(MALWARE + "#name", "'Pumpkin'");

        Assembled assembled = assembly.close(ALL);

        assertThat(assembled.objects()).isEmpty();
        assertThat(assembled.portions()).isZero();
    }

    @Test
    void dropsWhatIsAboutSomethingHiddenAndThenTheReferencesToIt() throws Exception {
        add(INDICATOR, "{'type':'indicator','id':'" + INDICATOR + "'}");
        add(
                RELATIONSHIP,
                "{'type':'relationship','id':'" + RELATIONSHIP + "','source_ref':'" + INDICATOR + "','target_ref':'"
                        + MALWARE + "'}");
        add(
                REPORT,
                "{'type':'report','id':'" + REPORT + "','object_refs':['" + INDICATOR + "','" + RELATIONSHIP + "','"
                        + MALWARE + "']}");

        Assembled assembled = assembly.close(ALL);

        assertThat(assembled.portions()).isEqualTo(2);
        assertThat(assembled.objects().toString())
                .contains(INDICATOR, REPORT)
                .doesNotContain(RELATIONSHIP)
                .doesNotContain(MALWARE);
    }

    private void add(String id, String content) throws Exception {
        assembly.add(PortionId.parse(id), read(content));
    }

    private JsonNode read(String text) throws Exception {
        return json.readTree(text.replace('\'', '"'));
    }
}
