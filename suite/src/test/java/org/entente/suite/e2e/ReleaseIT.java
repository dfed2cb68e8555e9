package org.entente.suite.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.entente.release.Archive;
import org.entente.release.ReleaseKeys;
import org.entente.release.ReleasePackage;
import org.entente.suite.demo.Acts;
import org.entente.suite.demo.AgreementTerms;
import org.entente.suite.demo.Answer;
import org.entente.suite.demo.Asset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SuiteExtension.class)
class ReleaseIT {

    private static final String ANALYST = "xbb-analyst";

    private final PackagedSuite suite;

    ReleaseIT(PackagedSuite suite) {
        this.suite = suite;
    }

    @Test
    void aPackageVerifiesWithPublicKeysAndTheLogsReceipt() {
        try (Acts acts = suite.acts()) {
            // given
            Asset asset = Situation.register(acts);
            agree(acts);
            byte[] archive = fetch(acts, release(acts, asset)).expect(200).body();
            ReleaseKeys keys = ReleaseKeys.parse(acts.client()
                    .anonymous()
                    .get("/catalog/keys/releases")
                    .expect(200)
                    .text());

            // when
            ReleasePackage found = ReleasePackage.verify(archive, keys);

            // then
            found.requireRecipient("XBB");
            found.requireReceipt(acts.receipt(ANALYST, found.manifest().event()), acts.logKey());
            assertThat(new String(archive, StandardCharsets.UTF_8)).doesNotContain(Harbour.SECRETS);
        }
    }

    @Test
    void aCopyIsTracedToItsRecipient() {
        try (Acts acts = suite.acts()) {
            // given
            Asset asset = Situation.register(acts);
            agree(acts);
            JsonNode release = release(acts, asset);
            release(acts, asset);
            String leaked = withoutNote(fetch(acts, release).expect(200).body());

            // when
            JsonNode trace = acts.as("xaa-auditor")
                    .send("POST", "/catalog/releases/trace", leaked)
                    .expect(200)
                    .json();

            // then
            assertThat(trace.path("named").findValuesAsText("release"))
                    .isEqualTo(List.of(release.path("id").asText()));
        }
    }

    @Test
    void aPackageIsNotHandedOutAnyMoreOnceTheGrantIsWithdrawn() {
        try (Acts acts = suite.acts()) {
            // given
            Asset asset = Situation.register(acts);
            String grant = agree(acts);
            JsonNode release = release(acts, asset);
            acts.withdraw(grant, "No longer wanted.");

            // when
            Answer fetched = fetch(acts, release);

            // then
            assertThat(fetched.status()).isIn(403, 404);
        }
    }

    @Test
    void toBeShownSomethingIsNotToBeHandedIt() {
        try (Situation situation = Situation.agreed(suite)) {
            // when
            Answer answer = ask(situation.acts(), situation.asset());

            // then
            assertThat(answer.status()).isEqualTo(403);
        }
    }

    /** An agreement to hand copies over, and a grant of tier 1 under it; the grant. */
    private static String agree(Acts acts) {
        Instant until = Instant.now().plus(Duration.ofHours(1));
        acts.registerPartner("XBB", "Republic of XBB");
        AgreementTerms terms = Situation.terms(until);
        String agreement = acts.propose(new AgreementTerms(
                terms.partner(),
                terms.title(),
                terms.purposes(),
                terms.categories(),
                terms.ceiling(),
                List.of("discover", "view", "release"),
                terms.maxTier(),
                terms.from(),
                terms.until()));
        acts.consent("xbb-officer", agreement);
        return acts.grant(Situation.grantTerms(agreement, until));
    }

    private static JsonNode release(Acts acts, Asset asset) {
        return ask(acts, asset).expect(201).json();
    }

    private static Answer ask(Acts acts, Asset asset) {
        return acts.as(ANALYST)
                .post(
                        "/catalog/assets/" + asset.id() + "/releases",
                        JsonNodeFactory.instance.objectNode().put("purpose", Situation.PURPOSE));
    }

    private static Answer fetch(Acts acts, JsonNode release) {
        return acts.as(ANALYST).get(release.path("file").path("href").asText());
    }

    private static String withoutNote(byte[] archive) {
        byte[] content = Archive.read(archive).getOrDefault(ReleasePackage.BUNDLE, new byte[0]);
        return Arrays.stream(new String(content, StandardCharsets.UTF_8).split("\n"))
                .skip(1)
                .filter(line -> !line.startsWith("{\"type\":\"note\""))
                .collect(Collectors.joining("\n"));
    }
}
