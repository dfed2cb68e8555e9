package org.entente.catalog.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import org.entente.catalog.redaction.Kind.Replaced;
import org.entente.label.InformationCategories;
import org.entente.label.Label;
import org.entente.label.Labels;
import org.entente.label.MarkingPolicies;
import org.entente.label.NormalLabel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KindTest {
    private static final String BEFORE =
            "{'classification':'SECRET','releasableTo':['XBB','XCC'],'categories':['sensitive']}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'classification':'TOP-SECRET','releasableTo':['XBB','XCC'],'categories':['sensitive']} | REDACTION",
                "{'classification':'SECRET','releasableTo':['XBB'],'categories':['sensitive']} | REDACTION",
                "{'classification':'UNCLASSIFIED','categories':['public']} | REDACTION",
                "{'classification':'SECRET','releasableTo':['XBB','XCC'],'categories':['sensitive']} | REDACTION",
                "{'classification':'RESTRICTED','releasableTo':['XBB','XCC'],'categories':['sensitive']} | DOWNGRADE",
                "{'classification':'SECRET','releasableTo':['XBB','XCC','XDD'],'categories':['sensitive']} | DOWNGRADE",
                "{'classification':'TOP-SECRET','releasableTo':['XDD'],'categories':['sensitive']} | DOWNGRADE",
                "{'classification':'SECRET','releasableTo':['XBB'],'categories':['shared-analysis']} | DOWNGRADE",
                "{'classification':'SECRET','releasableTo':['*'],'categories':['sensitive']} | DOWNGRADE",
            })
    void isARedactionOnlyIfNobodyNewMayBeAdmitted(String after, Kind expected) throws Exception {
        Replaced replaced = new Replaced(label(BEFORE), label(after));

        Kind kind = Kind.of(List.of(replaced));

        assertThat(kind).isEqualTo(expected);
    }

    private static NormalLabel label(String members) throws Exception {
        String json = ("{'policy':'ALLIANCE','originator':'XAA'," + members.substring(1)).replace('\'', '"');
        Labels vocabulary = new Labels(MarkingPolicies.builtIn(), InformationCategories.builtIn());
        return vocabulary.normalise(
                Label.of(new ObjectMapper().readTree(json)), "XAA", Instant.parse("2026-11-23T00:00:00Z"));
    }
}
