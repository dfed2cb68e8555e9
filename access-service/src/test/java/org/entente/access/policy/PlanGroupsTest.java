package org.entente.access.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.entente.access.vocabulary.Document;
import org.entente.label.InformationCategories;
import org.entente.label.Labels;
import org.entente.label.MarkingPolicies;
import org.entente.label.MarkingPolicy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A plan for groups is for those who belong to one on the day. */
class PlanGroupsTest {
    private static final Labels LABELS = new Labels(
            MarkingPolicies.builtIn().with(Document.read("""
                             {"name": "ALLIANCE", "levels": [{"name": "UNCLASSIFIED", "is": "UNCLASSIFIED"},
                              {"name": "RESTRICTED", "is": "RESTRICTED"}, {"name": "CONFIDENTIAL", "is": "CONFIDENTIAL"},
                              {"name": "SECRET", "is": "SECRET"}, {"name": "TOP-SECRET", "is": "TOP-SECRET"}],
                              "groups": [{"code": "TRIO", "members": [{"code": "XBB", "until": "2026-06-01"}, {"code": "XCC"}]}]}\
                             """, MarkingPolicy.class)), InformationCategories.builtIn());

    @ParameterizedTest(name = "{0} in {1} on {2} → {3}")
    @CsvSource(textBlock = """
        XBB, TRIO,          2026-05-31T23:59:59Z, true
        XBB, TRIO,          2026-06-01T00:00:00Z, false
        XCC, TRIO,          2026-06-01T00:00:00Z, true
        XDD, TRIO,          2026-06-01T00:00:00Z, false
        XCC, NONE-SUCH,     2026-06-01T00:00:00Z, false
        XCC, NONE-SUCH TRIO, 2026-06-01T00:00:00Z, true
        ZZZ, TRIO,          2026-06-01T00:00:00Z, false
        """)
    void includeWhoBelongsToOneOnTheDay(String partner, String groups, Instant instant, boolean expected) {
        List<String> codes = Stream.of(groups.split(" ")).toList();

        assertThat(PlanGroups.include(LABELS, codes, partner, instant)).isEqualTo(expected);
    }
}
