package org.entente.access.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.Period;
import java.util.List;
import org.entente.access.vocabulary.Assurance;
import org.entente.access.vocabulary.Document;
import org.entente.http.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgreementTest {
    private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");

    @Test
    void isCounteredAndThenNobodyHasConsentedButWhoCountered() {
        // given
        Agreement agreement = onTheTable();
        agreement.consents.add(consent(agreement, "XAA"));

        // when
        agreement.counter(terms(1), acting("XBB"));

        // then
        assertThat(agreement.version).isEqualTo(2);
        assertThat(agreement.state).isEqualTo(State.COUNTERED);
        assertThat(agreement.consented(2)).isEmpty();
        assertThat(agreement.terms().maxTier()).isEqualTo(1);
    }

    @Test
    void staysInForceAsItWasUntilAllHaveConsentedToItsAmendment() {
        // given
        Agreement agreement = inForce();
        agreement.amend(terms(3), acting("XBB"));
        agreement.consent(consent(agreement, "XBB"), acting("XBB"));
        int before = agreement.terms().maxTier();

        // when
        boolean isAmended = agreement.consent(consent(agreement, "XAA"), acting("XAA"));

        // then
        assertThat(before).isEqualTo(2);
        assertThat(isAmended).isTrue();
        assertThat(agreement.terms().maxTier()).isEqualTo(3);
        assertThat(agreement.version).isEqualTo(2);
        assertThat(agreement.stateAt(NOW)).isEqualTo(State.IN_FORCE);
        assertThat(agreement.amendment()).isEmpty();
    }

    @Test
    void keepsItsTermsWhenTheAmendmentIsRefused() {
        // given
        Agreement agreement = inForce();
        agreement.amend(terms(3), acting("XAA"));

        // when
        agreement.drop(acting("XBB"));

        // then
        assertThat(agreement.terms().maxTier()).isEqualTo(2);
        assertThat(agreement.version).isEqualTo(1);
        assertThat(agreement.amendment()).isEmpty();
    }

    @Test
    void givesNoVersionTwice() {
        // given
        Agreement agreement = inForce();
        agreement.amend(terms(3), acting("XAA"));
        agreement.drop(acting("XBB"));

        // when
        agreement.amend(terms(4), acting("XAA"));

        // then
        assertThat(agreement.openVersion()).isEqualTo(3);
    }

    @Test
    void isOutOfForceAtOnceByAWithdrawnConsentAndTakesAllConsentsAnew() {
        // given
        Agreement agreement = inForce();

        // when
        agreement.withdrawConsent(acting("XBB"));

        // then
        assertThat(agreement.stateAt(NOW)).isEqualTo(State.PROPOSED);
        assertThat(agreement.consented(agreement.version)).isEmpty();
        agreement.consent(consent(agreement, "XBB"), acting("XBB"));
        assertThat(agreement.stateAt(NOW)).isEqualTo(State.PROPOSED);
        agreement.consent(consent(agreement, "XAA"), acting("XAA"));
        assertThat(agreement.stateAt(NOW)).isEqualTo(State.IN_FORCE);
    }

    @Test
    void isResumedByAllPartiesAfterEachSuspensionAnew() {
        // given
        Agreement agreement = inForce();
        agreement.suspend("XBB", "Looked into.", acting("XBB"));
        agreement.resume(resumption(agreement, "XBB"), acting("XBB"));
        agreement.resume(resumption(agreement, "XAA"), acting("XAA"));
        agreement.suspend("XAA", "Once more.", acting("XAA"));

        // when
        agreement.resume(resumption(agreement, "XAA"), acting("XAA"));

        // then
        assertThat(agreement.stateAt(NOW)).isEqualTo(State.SUSPENDED);
        assertThatThrownBy(() -> agreement.resume(resumption(agreement, "XAA"), acting("XAA")))
                .isInstanceOf(Problem.class);
    }

    /** In March and October clocks are changed in many countries; instants do not notice, nor does a service that slept. */
    @ParameterizedTest(name = "until {0}: at {1} {2}")
    @CsvSource({
        "2026-03-29T01:00:00Z, 2026-03-29T00:59:59.999999Z, IN_FORCE",
        "2026-03-29T01:00:00Z, 2026-03-29T01:00:00Z, LAPSED",
        "2026-10-25T01:00:00Z, 2026-10-25T00:59:59.999999Z, IN_FORCE",
        "2026-10-25T01:00:00Z, 2026-10-25T01:00:00Z, LAPSED",
        "2026-10-25T02:30:00+02:00, 2026-10-25T00:29:59Z, IN_FORCE",
        "2026-10-25T02:30:00+02:00, 2026-10-25T00:30:00Z, LAPSED",
        "2026-10-25T01:00:00Z, 2031-01-01T00:00:00Z, LAPSED",
        "2026-10-25T01:00:00Z, 2025-12-31T23:59:59Z, CONSENTED"
    })
    void beginsAndLapsesByTheClockAlone(String until, String instant, State state) {
        // given
        Agreement agreement = inForce(terms(2).during(
                        Instant.parse("2026-01-01T00:00:00Z"),
                        java.time.OffsetDateTime.parse(until).toInstant()));

        // when
        State found = agreement.stateAt(Instant.parse(instant));

        // then
        assertThat(found).isEqualTo(state);
    }

    @ParameterizedTest(name = "every {0}, at {1}: {2}")
    @CsvSource({
        "P6M, 2026-03-01T00:00:00Z, 2026-07-01T00:00:00Z",
        "P6M, 2026-07-01T00:00:00Z, 2027-01-01T00:00:00Z",
        "P1M, 2026-03-31T12:00:00Z, 2026-04-01T00:00:00Z",
        "P30Y, 2026-03-31T12:00:00Z,"
    })
    void isDueForReviewAtEachTurnOfItsInterval(String every, String now, Instant due) {
        // given
        Terms terms =
                with(terms(2), new Undertakings(null, null, List.of(), List.of(), Period.parse(every), List.of()));

        // when
        Instant found = AgreementView.reviewDue(terms, Instant.parse(now));

        // then
        assertThat(found).isEqualTo(due);
    }

    @Test
    void isReadAsItWasStoredBeforeThereWereUndertakings() {
        // given
        String stored = "{\"actions\":[\"view\"],\"categories\":[\"public\"],\"ceiling\":\"SECRET\","
                + "\"demands\":{\"countries\":[\"XBB\"]},\"from\":\"2026-01-01T00:00:00Z\",\"maxTier\":1,"
                + "\"partner\":\"XBB\",\"purposes\":[\"cyber-defence\"],\"title\":\"t\",\"until\":\"2027-01-01T00:00:00Z\"}";

        // when
        Terms terms = Document.read(stored, Terms.class);

        // then
        assertThat(terms.partners()).containsExactly("XBB");
        assertThat(terms.undertaken().obligations()).isEmpty();
        assertThat(terms.demands().networks()).isEmpty();
        assertThat(Document.write(terms)).isEqualTo(stored);
    }

    @Test
    void citesTheClausesThatGovernAnArticle() {
        // given
        Terms terms = with(
                terms(2),
                new Undertakings(
                        null,
                        null,
                        List.of(),
                        List.of(),
                        null,
                        List.of(
                                new Clause("4.1", "purposes", "For defence."),
                                new Clause("4.2", "purposes", "For nothing else."))));

        // when
        var citations = Article.citations(terms);

        // then
        assertThat(citations).containsOnly(java.util.Map.entry(Article.PURPOSES, " (clause 4.1, 4.2)"));
    }

    private static Agreement onTheTable() {
        return Agreement.proposed(terms(2));
    }

    private static Agreement inForce() {
        return inForce(terms(2));
    }

    private static Agreement inForce(Terms terms) {
        Agreement agreement = Agreement.proposed(terms);
        Instant during = terms.from();
        agreement.consent(consent(agreement, "XAA"), acting("XAA", during));
        agreement.consent(consent(agreement, "XBB"), acting("XBB", during));
        return agreement;
    }

    private static Acting acting(String nation) {
        return acting(nation, NOW);
    }

    private static Acting acting(String nation, Instant now) {
        return new Acting(new Move.Mover(nation, true, nation.equals("XAA")), "XAA", now);
    }

    private static Consent consent(Agreement agreement, String party) {
        return new Consent(agreement.openVersion(), party, "officer", "subject", NOW, Assurance.OTP, "jws");
    }

    private static Resumption resumption(Agreement agreement, String party) {
        return new Resumption(agreement.halt.count, party, "officer", "subject", NOW, "jws");
    }

    static Terms terms(int tier) {
        return new Terms(
                "XBB",
                "Cyber defence",
                List.of("cyber-defence"),
                List.of("situational-awareness"),
                "SECRET",
                List.of("discover", "view"),
                tier,
                Instant.parse("2026-01-01T00:00:00Z"),
                Instant.parse("2030-01-01T00:00:00Z"),
                null,
                null,
                List.of());
    }

    static Terms with(Terms terms, Undertakings undertakings) {
        return new Terms(
                terms.partner(),
                terms.title(),
                terms.purposes(),
                terms.categories(),
                terms.ceiling(),
                terms.actions(),
                terms.maxTier(),
                terms.from(),
                terms.until(),
                terms.legalBasis(),
                terms.demands(),
                terms.conditions(),
                terms.parties(),
                undertakings);
    }
}
