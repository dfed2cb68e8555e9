package org.entente.suite.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.entente.suite.demo.Acts;
import org.entente.suite.demo.Answer;
import org.entente.suite.demo.Patience;
import org.entente.suite.layout.Part;
import org.entente.tlog.LogAudit;
import org.entente.tlog.SignedCheckpoint;
import org.entente.tlog.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SuiteExtension.class)
class CrashIT {

    private static final String SERVED = "org.entente.catalog.view.served.v1";
    private static final String DECIDED = "org.entente.access.decision.made.v1";
    private static final Duration BREATH = Duration.ofSeconds(2);

    private final PackagedSuite suite;

    CrashIT(PackagedSuite suite) {
        this.suite = suite;
    }

    @Test
    void whateverIsKilledNothingIsLostOrRecordedTwiceOrServedUnrecorded() {
        try (Situation situation = Situation.agreed(suite)) {
            // given
            Acts acts = situation.acts();
            Readers readers = new Readers(situation);

            // when
            Part.services().forEach(this::killOnce);

            // then
            readers.close();
            assertThat(readers.served()).isNotEmpty();
            assertThat(readers.refused()).noneMatch(view -> view.answer().text().contains("\"objects\""));
            assertThat(recorded(acts, SERVED, readers.served()))
                    .containsAll(readers.served())
                    .doesNotHaveDuplicates();
            assertThat(recorded(acts, DECIDED, readers.served()))
                    .containsAll(readers.served())
                    .doesNotHaveDuplicates();
            assertThat(readers.registered()).isNotEmpty().allMatch(asset -> isThere(acts, asset));
            assertThat(acts.records(""))
                    .extracting(event -> event.path("id").asText())
                    .doesNotHaveDuplicates();
            assertThat(audit(acts)).isEqualTo(Verdict.verified());
        }
    }

    private void killOnce(Part service) {
        Patience.pause(BREATH);
        suite.kill(service);
        suite.awaitReady(service);
    }

    /** The subjects of all records of a type, as soon as the expected ones are among them. */
    private static List<String> recorded(Acts acts, String type, List<String> expected) {
        Set<String> awaited = Set.copyOf(expected);
        return Patience.until(() -> subjects(acts.records("type=" + type)), subjects -> Set.copyOf(subjects)
                .containsAll(awaited));
    }

    private static List<String> subjects(List<JsonNode> events) {
        return events.stream().map(event -> event.path("subject").asText()).toList();
    }

    private static boolean isThere(Acts acts, String asset) {
        return acts.as("xaa-originator").get("/catalog/assets/" + asset).status() == 200;
    }

    /** Recomputes every tile up to the signed checkpoint's root, as anybody may. */
    private static Verdict audit(Acts acts) {
        SignedCheckpoint signed = acts.checkpoint();
        Verdict signature = signed.verify(acts.logKey());
        return signature.isVerified()
                ? new LogAudit(signed.checkpoint().size(), tile -> tile(acts, "/audit/log/" + tile.path())
                                .body())
                        .verify(signed.checkpoint())
                : signature;
    }

    private static Answer tile(Acts acts, String path) {
        return acts.client().anonymous().get(path).expect(200);
    }
}
