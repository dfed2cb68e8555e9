package org.entente.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkingPolicyTest {

    private static final String LEVELS = "'levels':[{'name':'OPEN','is':'UNCLASSIFIED'}]";

    @Test
    void writesWhatItRead() throws JsonProcessingException {
        String json = ("{'name':'XAA-NATIONAL','levels':[{'name':'OPEN','is':'UNCLASSIFIED'},"
                        + "{'name':'VERY SECRET','is':'SECRET'}],'groups':[{'code':'PAIR','members':"
                        + "[{'code':'XBB'},{'code':'XCC','from':'2026-01-01','until':'2026-02-01'}]}]}")
                .replace('\'', '"');

        MarkingPolicy policy = Json.MAPPER.readValue(json, MarkingPolicy.class);

        assertThat(Json.MAPPER.writeValueAsString(policy)).isEqualTo(json);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'levels':[{'name':'O','is':'SECRET'}]}                       | /name",
                "{'name':'N'}                                                  | /levels",
                "{'name':'N','levels':[]}                                      | /levels",
                "{'name':'N:A','levels':[{'name':'O','is':'SECRET'}]}          | /name",
                "{'name':'N','levels':[{'name':'O','is':'COSMIC'}]}            | /levels/0/is",
                "{'name':'N','levels':[{'name':'O'}]}                          | /levels/0/is",
                "{'name':'N','levels':[{'name':'','is':'SECRET'}]}             | /levels/0/name",
                "{'name':'N','levels':[{'name':'A','is':'SECRET'},{'name':'A','is':'SECRET'}]}     | /levels/1/name",
                "{'name':'N','levels':[{'name':'A','is':'SECRET'},{'name':'B','is':'RESTRICTED'}]} | /levels/1/is",
                "{'name':'N','levels':[{'name':'O','is':'SECRET','x':1}]}      | /levels/0/x",
                "{'name':'N',LEVELS,'groups':[{'code':'TRI','members':[]}]}    | /groups/0/code",
                "{'name':'N',LEVELS,'groups':[{'code':'trio','members':[]}]}   | /groups/0/code",
                "{'name':'N',LEVELS,'groups':[{'code':'TRIO'}]}                | /groups/0/members",
                "{'name':'N',LEVELS,'groups':[{'code':'TRIO','members':[]},{'code':'TRIO','members':[]}]} | /groups/1/code",
                "{'name':'N',LEVELS,'groups':[{'code':'TRIO','members':[{'code':'XBB','from':'2026-01-01','until':'2026-01-01'}]}]} | /groups/0/members/0/until",
                "{'name':'N',LEVELS,'groups':[{'code':'TRIO','members':[{'code':'XBB','from':'1.1.2026'}]}]} | /groups/0/members/0/from",
                "{'name':'N',LEVELS,'groups':[{'code':'TRIO','members':[{'code':'XBB','until':'2026-02-30'}]}]} | /groups/0/members/0/until",
                "{'name':'N',LEVELS,'groups':[{'code':'TRIO','members':['XBB']}]} | /groups/0/members/0"
            })
    void refusesWhatIsNotSoundInItself(String json, String pointer) {
        assertThatExceptionOfType(LabelException.class)
                .isThrownBy(() -> MarkingPolicy.of(Json.of(json.replace("LEVELS", LEVELS))))
                .satisfies(fault -> assertThat(fault.pointer()).isEqualTo(pointer));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[{'code':'PAIR','members':[{'code':'XBB'},{'code':'ABC'}]}]          | /groups/0/members/1/code",
                "[{'code':'PAIR','members':[{'code':'NOBODY'}]}]                      | /groups/0/members/0/code",
                "[{'code':'PAIR','members':[{'code':'PAIR'}]}]                         | /groups/0",
                "[{'code':'LONE','members':[]},{'code':'AA','members':[{'code':'BB'}]},{'code':'BB','members':[{'code':'AA','until':'2020-01-01'}]}] | /groups/1"
            })
    void cannotJoinOthersWithMembersUnknownOrRunningInCircles(String groups, String pointer) {
        MarkingPolicy policy = MarkingPolicy.of(Json.of("{'name':'N'," + LEVELS + ",'groups':" + groups + "}"));

        assertThatExceptionOfType(LabelException.class)
                .isThrownBy(() -> MarkingPolicies.builtIn().with(policy))
                .satisfies(fault -> assertThat(fault.pointer()).isEqualTo(pointer));
    }

    @Test
    void mayNestAGroupInTwoOthers() {
        MarkingPolicy diamond = MarkingPolicy.of(Json.of("{'name':'N'," + LEVELS + ",'groups':["
                + "{'code':'APEX','members':[{'code':'LEFT'},{'code':'RIGHT'}]},"
                + "{'code':'LEFT','members':[{'code':'BASE'}]},{'code':'RIGHT','members':[{'code':'BASE'}]},"
                + "{'code':'BASE','members':[{'code':'XBB'}]}]}"));

        assertThatCode(() -> MarkingPolicies.builtIn().with(diamond)).doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "{0} on {1} → {2}")
    @CsvSource({
        "PAIR, 2026-05-31T23:59:59Z, [XBB; XCC]",
        "PAIR, 2026-06-01T00:00:00Z, [XCC]",
        "TRIO, 2026-05-31T23:59:59Z, [XBB; XCC; XDD]",
        "TRIO, 2026-06-01T00:00:00Z, [XCC; XDD]",
        "LONE, 2026-06-01T00:00:00Z, []",
        "OWN-GROUP, 2026-06-01T00:00:00Z,",
        "XBB, 2026-06-01T00:00:00Z,",
        "*, 2026-06-01T00:00:00Z,"
    })
    void tellsWhoIsInAGroupOfTheAllianceOnADay(String group, Instant instant, String members) {
        MarkingPolicies policies = MarkingPolicies.of(List.of(
                MarkingPolicy.of(Json.of("{'name':'ALLIANCE','groups':["
                        + "{'code':'PAIR','members':[{'code':'XBB','until':'2026-06-01'},{'code':'XCC'}]},"
                        + "{'code':'TRIO','members':[{'code':'PAIR'},{'code':'XDD'}]},{'code':'LONE','members':[]}]}")),
                MarkingPolicy.of(Json.of(
                        "{'name':'N'," + LEVELS + ",'groups':[{'code':'OWN-GROUP','members':[{'code':'XBB'}]}]}"))));

        assertThat(policies.members(group, instant)
                        .map(nations -> nations.toString().replace(',', ';')))
                .isEqualTo(Optional.ofNullable(members));
    }

    @Test
    void keepsTheLevelsOfTheAllianceFixed() {
        assertThatExceptionOfType(FixedLevelsException.class)
                .isThrownBy(() -> MarkingPolicy.of(
                        Json.of("{'name':'ALLIANCE','levels':[{'name':'SECRET','is':'SECRET'}],'groups':[]}")))
                .satisfies(fault -> assertThat(fault.pointer()).isEqualTo("/levels"));
    }

    @Test
    void letsTheGroupsOfTheAllianceChange() {
        MarkingPolicy alliance =
                MarkingPolicy.of(Json.of("{'name':'ALLIANCE','groups':[{'code':'PAIR','members':[{'code':'XBB'}]}]}"));

        MarkingPolicies policies = MarkingPolicies.builtIn().with(alliance);

        assertThat(policies.find("ALLIANCE")).contains(alliance);
        assertThat(alliance.levels()).hasSize(5);
    }

    @Test
    void keepsTheAllianceFromLosingAGroupThatAnotherPolicyNeeds() {
        MarkingPolicy alliance =
                MarkingPolicy.of(Json.of("{'name':'ALLIANCE','groups':[{'code':'PAIR','members':[{'code':'XBB'}]}]}"));
        MarkingPolicy national = MarkingPolicy.of(
                Json.of("{'name':'N'," + LEVELS + ",'groups':[{'code':'TRIO','members':[{'code':'PAIR'}]}]}"));
        MarkingPolicies policies = MarkingPolicies.of(List.of(national, alliance));

        assertThatExceptionOfType(LabelException.class)
                .isThrownBy(() -> policies.with(MarkingPolicy.of(Json.of("{'name':'ALLIANCE','groups':[]}"))))
                .withMessageContaining("the policy N");
    }
}
