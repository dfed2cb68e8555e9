package org.entente.access.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.entente.access.agreement.Demands;
import org.entente.access.agreement.Terms;
import org.entente.access.grant.GrantTerms;
import org.entente.access.standing.Papers.Agreed;
import org.entente.access.standing.Papers.Attested;
import org.entente.access.standing.Papers.Expedited;
import org.entente.access.standing.Papers.Granted;
import org.entente.access.standing.Standing.Course;
import org.entente.access.standing.Standing.Held;
import org.entente.access.standing.Standing.Way;
import org.entente.access.vocabulary.Assurance;
import org.entente.access.vocabulary.Binding;
import org.entente.access.vocabulary.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AppraisalTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final UUID AGREEMENT = new UUID(0, 1);
    private static final UUID GRANT = new UUID(0, 2);
    private static final String CLAUSE = "agreement " + AGREEMENT + " v1";

    @Test
    void saysWhatIsHeldWhyAndUntilWhen() {
        Papers papers = papers(agreed("IN_FORCE", null), granted(1, NOW.plusSeconds(60), null));

        Standing standing = Appraisal.of(papers, Assurance.PASSWORD);

        assertThat(standing.holds()).singleElement().satisfies(held -> {
            assertThat(held.state()).isEqualTo("live");
            assertThat(held.clauses()).containsExactly(CLAUSE + ", purposes", "grant " + GRANT);
            assertThat(held.categories()).containsExactly("situational-awareness");
            assertThat(held.tierMeans()).isEqualTo("situational awareness");
            assertThat(held.until()).isEqualTo(NOW.plusSeconds(60));
        });
    }

    @Test
    void whatTheAgreementAllowsBeyondTheGrantIsAWayToMore() {
        Papers papers = papers(agreed("IN_FORCE", null), granted(1, NOW.plusSeconds(60), null));

        List<Way> more = Appraisal.of(papers, Assurance.PASSWORD).more();

        assertThat(more)
                .extracting(Way::code, Way::clause, Way::what)
                .containsExactly(
                        tuple("no-grant", CLAUSE + ", categories", List.of("shared-analysis")),
                        tuple("no-grant", CLAUSE + ", purposes", List.of("crisis-response")),
                        tuple("tier-too-low", CLAUSE + ", maxTier", List.of("tier 2")));
    }

    @Test
    void aGrantThatEndedSaysHowToComeByAnother() {
        Papers papers = papers(agreed("IN_FORCE", null), granted(2, NOW, null));

        Standing standing = Appraisal.of(papers, Assurance.PASSWORD);

        assertThat(standing.holds()).extracting(Held::state).containsExactly("expired");
        assertThat(standing.more()).extracting(Way::code).contains("grant-expired");
    }

    @Test
    void aGrantWhoseReviewIsOverdueIsNotLive() {
        Papers papers = papers(agreed("IN_FORCE", null), granted(2, NOW.plusSeconds(60), NOW));

        Standing standing = Appraisal.of(papers, Assurance.PASSWORD);

        assertThat(standing.holds()).extracting(Held::state).containsExactly("review-overdue");
        assertThat(standing.more()).extracting(Way::code).contains("review-overdue");
    }

    @ParameterizedTest
    @CsvSource({"PROPOSED, 1", "ENDED, 0", "SUSPENDED, 1"})
    void withoutAnAgreementInForceNothingIsHeld(String state, int ways) {
        Papers papers = papers(agreed(state, null), granted(2, NOW.plusSeconds(60), null));

        Standing standing = Appraisal.of(papers, Assurance.PASSWORD);

        assertThat(standing.holds()).isEmpty();
        assertThat(standing.more()).hasSize(ways);
    }

    @ParameterizedTest
    @CsvSource({"PASSWORD, true", "OTP, true", "HARDWARE, false"})
    void aLoginThatIsTooWeakIsAWayToMore(Assurance assurance, boolean isAsked) {
        Demands demands = new Demands(Assurance.HARDWARE, List.of(), List.of());
        Papers papers = papers(agreed("IN_FORCE", demands), granted(2, NOW.plusSeconds(60), null));

        List<Way> more = Appraisal.of(papers, assurance).more();

        assertThat(more.stream().anyMatch(way -> way.acr() == Assurance.HARDWARE))
                .isEqualTo(isAsked);
    }

    @Test
    void whatAnAgreementAsksOfReadersIsSaid() {
        Demands demands = new Demands(
                null,
                List.of("XBB"),
                List.of("responsible-use"),
                null,
                Duration.ofMinutes(5),
                Binding.DPOP,
                List.of(),
                new TreeMap<>());
        Papers papers = papers(agreed("IN_FORCE", demands), granted(2, NOW.plusSeconds(60), null));

        Standing standing = Appraisal.of(papers, Assurance.HARDWARE);

        assertThat(standing.holds()).extracting(Held::needs).containsExactly(demands);
        assertThat(standing.more())
                .extracting(Way::code)
                .contains("assurance-too-low", "training-lapsed", "outside-geofence");
    }

    @Test
    void aPlanInForceIsHeldToo() {
        Expedited plan = new Expedited(
                "x1", "p1", 3, List.of("crisis-response"), List.of("shared-analysis"), 2, "SECRET", NOW.plusSeconds(9));

        Standing standing =
                Appraisal.of(new Papers("XBB", NOW, List.of(), List.of(), List.of(plan)), Assurance.PASSWORD);

        assertThat(standing.holds()).singleElement().satisfies(held -> {
            assertThat(held.clauses()).containsExactly("plan p1 v3, activation x1");
            assertThat(held.until()).isEqualTo(NOW.plusSeconds(9));
        });
    }

    @Test
    void misuseLeadsUpTheLadderThatIsTheSameForEverybody() {
        Standing standing = Appraisal.of(new Papers("XBB", NOW, List.of(), List.of(), List.of()), Assurance.PASSWORD);

        assertThat(standing.misuse().published())
                .extracting(Standing.Step::name)
                .containsExactly("watch", "contained", "suspended", "ended");
    }

    @Test
    void theOrderOfPapersMakesNoDifference() {
        Agreed one = agreed("IN_FORCE", null);
        Agreed other = new Agreed(new UUID(0, 9), 1, "IN_FORCE", one.terms(), one.document());
        Papers papers = new Papers("XBB", NOW, List.of(one, other), List.of(), List.of());
        Papers turned = new Papers("XBB", NOW, List.of(other, one), List.of(), List.of());

        String told = Document.write(Appraisal.of(turned, Assurance.PASSWORD));

        assertThat(told).isEqualTo(Document.write(Appraisal.of(papers, Assurance.PASSWORD)));
    }

    @Test
    void whatSomebodyHasAttendedIsAskedOfThemNoMore() {
        Demands demands = new Demands(null, List.of(), List.of("responsible-use", "insider-threat"));
        Papers papers = papers(agreed("IN_FORCE", demands), granted(2, NOW.plusSeconds(60), null))
                .and(List.of(
                        new Attested("responsible-use", NOW.plusSeconds(60), false),
                        new Attested("insider-threat", NOW, false),
                        new Attested("social-engineering", NOW.plusSeconds(60), true)));

        Standing standing = Appraisal.of(papers, new Reader(Assurance.PASSWORD, "one", null));

        assertThat(standing.training())
                .extracting(Course::course, Course::state)
                .containsExactly(
                        tuple("responsible-use", "valid"),
                        tuple("insider-threat", "lapsed"),
                        tuple("social-engineering", "revoked"));
        assertThat(standing.more())
                .filteredOn(way -> way.code().equals("training-lapsed"))
                .extracting(Way::what)
                .containsExactly(List.of("insider-threat"));
    }

    @ParameterizedTest(name = "{0} of {1} reads: theirs {2}")
    @CsvSource({"one,, true", "two,, false", ", , true"})
    void aGrantOfOnePersonIsSomethingForThatPersonAlone(String reader, String unit, boolean isTheirs) {
        Papers papers = papers(agreed("IN_FORCE", null), bound("\"person\": \"one\""));

        Standing standing = Appraisal.of(papers, new Reader(Assurance.PASSWORD, reader, unit));

        assertThat(standing.holds()).singleElement().satisfies(held -> {
            assertThat(held.bound()).isNotNull();
            assertThat(held.bound().person()).isEqualTo("one");
            assertThat(held.bound().yours()).isEqualTo(isTheirs);
        });
        assertThat(standing.more())
                .filteredOn(way -> way.clause().endsWith("categories"))
                .extracting(Way::what)
                .containsExactly(
                        isTheirs ? List.of("shared-analysis") : List.of("situational-awareness", "shared-analysis"));
    }

    @Test
    void aGrantAboutSomeAssetsLeavesTheOthersToBeAskedFor() {
        Papers papers = papers(agreed("IN_FORCE", null), bound("\"assets\": [\"a1\"]"));

        Standing standing = Appraisal.of(papers, Assurance.PASSWORD);

        assertThat(standing.more())
                .filteredOn(way -> way.clause().endsWith("categories"))
                .extracting(Way::what)
                .containsExactly(List.of("situational-awareness", "shared-analysis"));
    }

    private static Granted bound(String to) {
        return new Granted(GRANT, Document.read("""
                        {"agreement": "%s", "tier": 2, "categories": ["situational-awareness"],
                         "purposes": ["cyber-defence"], "until": "2098-01-01T00:00:00Z", %s}""".formatted(AGREEMENT, to), GrantTerms.class));
    }

    private static Papers papers(Agreed agreement, Granted grant) {
        return new Papers("XBB", NOW, List.of(agreement), List.of(grant), List.of());
    }

    private static Agreed agreed(String state, @Nullable Demands demands) {
        String terms = """
                {"partner": "XBB", "title": "Cyber defence", "purposes": ["cyber-defence", "crisis-response"],
                 "categories": ["situational-awareness", "shared-analysis"], "ceiling": "SECRET",
                 "actions": ["discover", "view"], "maxTier": 2,
                 "from": "2026-01-01T00:00:00Z", "until": "2099-01-01T00:00:00Z"%s}""".formatted(demands == null ? "" : ", \"demands\": " + Document.write(demands));
        Terms read = Document.read(terms, Terms.class);
        return new Agreed(AGREEMENT, 1, state, read, Document.tree(read));
    }

    private static Granted granted(int tier, Instant until, @Nullable Instant reviewDue) {
        String review = reviewDue == null ? "" : ", \"reviewDue\": \"" + reviewDue + "\"";
        return new Granted(GRANT, Document.read("""
                        {"agreement": "%s", "tier": %d, "categories": ["situational-awareness"],
                         "purposes": ["cyber-defence"], "until": "%s"%s}""".formatted(AGREEMENT, tier, until, review), GrantTerms.class));
    }
}
