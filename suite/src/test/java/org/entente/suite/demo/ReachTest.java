package org.entente.suite.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReachTest {

    private static final Reach REACH =
            new Reach("XBB", Set.of("situational-awareness", "shared-analysis"), 2, "CONFIDENTIAL");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'policy':'ALLIANCE','classification':'CONFIDENTIAL','releasableTo':['XBB'],'categories':['shared-analysis']}",
                "{'policy':'ALLIANCE','classification':'RESTRICTED','displayableTo':['XBB'],'categories':['situational-awareness']}",
                "{'policy':'ALLIANCE','classification':'RESTRICTED','displayableTo':['*'],'categories':['situational-awareness'],"
                        + "'compartments':[],'tlp':'RED'}"
            })
    void coversWhatTheReaderMaySee(String label) throws Exception {
        // when
        boolean covers = REACH.covers(new ObjectMapper().readTree(label.replace('\'', '"')));

        // then
        assertThat(covers).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'policy':'ALLIANCE','classification':'RESTRICTED','categories':['situational-awareness']}",
                "{'policy':'ALLIANCE','classification':'RESTRICTED','releasableTo':['XBB']}",
                "{'policy':'ALLIANCE','classification':'RESTRICTED','releasableTo':['XCC'],'categories':['situational-awareness']}",
                "{'policy':'ALLIANCE','classification':'SECRET','releasableTo':['XBB'],'categories':['shared-analysis']}",
                "{'policy':'ALLIANCE','classification':'RESTRICTED','releasableTo':['XBB'],'categories':['sensitive']}",
                "{'policy':'NATION','classification':'RESTRICTED','releasableTo':['XBB'],'categories':['shared-analysis']}",
                "{'policy':'ALLIANCE','classification':'RESTRICTED','releasableTo':['XBB'],'categories':['shared-analysis'],"
                        + "'compartments':['ORION']}",
                "{'policy':'ALLIANCE','classification':'RESTRICTED','releasableTo':['XBB'],'categories':['shared-analysis'],"
                        + "'originatorControlled':true}",
                "{'policy':'ALLIANCE','classification':'RESTRICTED','releasableTo':['XBB'],'categories':['shared-analysis'],"
                        + "'also':[{'policy':'ALLIANCE','classification':'SECRET'}]}"
            })
    void doesNotCoverAnythingElse(String label) throws Exception {
        // when
        boolean covers = REACH.covers(new ObjectMapper().readTree(label.replace('\'', '"')));

        // then
        assertThat(covers).isFalse();
    }
}
