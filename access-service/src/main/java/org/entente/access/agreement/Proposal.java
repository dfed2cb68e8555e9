package org.entente.access.agreement;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.entente.access.vocabulary.Vocabulary;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/** Terms as they are proposed, nothing of which is known to make sense yet. */
@Schema(examples = """
    {"partner": "XBB", "title": "Cyber defence 2026", "purposes": ["cyber-defence"],
     "categories": ["situational-awareness", "shared-analysis"], "ceiling": "SECRET",
     "actions": ["discover", "view"], "maxTier": 2,
     "from": "2026-11-01T00:00:00Z", "until": "2027-11-01T00:00:00Z",
     "conditions": [{"clause": "4.2",
       "expression": "!('shared-analysis' in resource.categories) || subject.assurance == 'hardware'"}],
     "undertakings": {"retention": "P90D", "onward": {"rule": "none"}, "obligations": ["watermark"],
       "consequences": [{"severity": "grave", "steps": ["contained", "grants-withdrawn"], "lasting": "P30D"}],
       "reviewEvery": "P6M", "clauses": [{"name": "4.1", "about": "purposes", "text": "For defence only."}]}}\
    """)
public record Proposal(
        @Nullable String partner,
        @Nullable String title,
        @Nullable List<String> purposes,
        @Nullable List<String> categories,
        @Nullable String ceiling,
        @Nullable List<String> actions,
        @Nullable Integer maxTier,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable String legalBasis,
        @Nullable Demands demands,
        @Nullable List<@Nullable Condition> conditions,
        @Nullable List<String> parties,
        @Nullable Undertakings undertakings) {
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_TEXT = 2000;
    private static final int MOST_PARTIES = 30;

    /** The terms, if every field makes sense; otherwise a 400 problem that names the first that does not. */
    public Terms checked(Vocabulary vocabulary) {
        List<String> agreedActions = Vocabulary.actions(actions, "/actions");
        Terms terms = new Terms(
                Vocabulary.text(partner, "/partner", LONGEST_TITLE),
                Vocabulary.text(title, "/title", LONGEST_TITLE),
                vocabulary.purposes(purposes, "/purposes"),
                vocabulary.categories(categories, "/categories"),
                Vocabulary.ceiling(ceiling, "/ceiling"),
                agreedActions,
                Vocabulary.tier(maxTier, "/maxTier"),
                Vocabulary.present(from, "/from"),
                Vocabulary.present(until, "/until"),
                legalBasis == null ? null : Vocabulary.text(legalBasis, "/legalBasis", LONGEST_TEXT),
                DemandsCheck.checked(demands),
                ConditionsCheck.checked(conditions),
                parties(parties),
                UndertakingsCheck.checked(undertakings, agreedActions));
        if (!terms.until().isAfter(terms.from())) {
            throw Problem.badRequest("/until", "is not after from");
        }
        if (!terms.partners().contains(terms.partner())) {
            throw Problem.badRequest("/parties", "do not name the partner");
        }
        return terms;
    }

    /** Several of them, or none named at all. */
    private static List<String> parties(@Nullable List<String> stated) {
        if (stated == null) {
            return List.of();
        }
        if (stated.size() < 2 || stated.size() > MOST_PARTIES) {
            throw Problem.badRequest(
                    "/parties", "must have 2 to " + MOST_PARTIES + " entries, the home side not counted");
        }
        if (new HashSet<>(stated).size() < stated.size()) {
            throw Problem.badRequest("/parties", "name one twice");
        }
        return stated;
    }
}
