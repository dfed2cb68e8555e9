package org.entente.access.agreement;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.entente.access.vocabulary.Vocabulary;
import org.entente.http.Problem;
import org.entente.label.Nation;
import org.jspecify.annotations.Nullable;

/** Terms as they are proposed, nothing of which is known to make sense yet. */
@Schema(examples = """
                {"partner": "XBB", "title": "Cyber defence 2026", "purposes": ["cyber-defence"],
                 "categories": ["situational-awareness", "shared-analysis"], "ceiling": "SECRET",
                 "actions": ["discover", "view"], "maxTier": 2,
                 "from": "2026-11-01T00:00:00Z", "until": "2027-11-01T00:00:00Z",
                 "conditions": [{"clause": "4.2",
                   "expression": "!('shared-analysis' in resource.categories) || subject.assurance == 'hardware'"}]}""")
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
        @Nullable List<@Nullable Condition> conditions) {
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_TEXT = 2000;
    private static final int LONGEST_LIST = 50;

    /** The terms, if every field makes sense; otherwise a 400 problem that names the first that does not. */
    public Terms checked(Vocabulary vocabulary) {
        Terms terms = new Terms(
                Vocabulary.text(partner, "/partner", LONGEST_TITLE),
                Vocabulary.text(title, "/title", LONGEST_TITLE),
                vocabulary.purposes(purposes, "/purposes"),
                vocabulary.categories(categories, "/categories"),
                Vocabulary.ceiling(ceiling, "/ceiling"),
                Vocabulary.actions(actions, "/actions"),
                Vocabulary.tier(maxTier, "/maxTier"),
                Vocabulary.present(from, "/from"),
                Vocabulary.present(until, "/until"),
                legalBasis == null ? null : Vocabulary.text(legalBasis, "/legalBasis", LONGEST_TEXT),
                demands,
                ConditionsCheck.checked(conditions));
        if (!terms.until().isAfter(terms.from())) {
            throw Problem.badRequest("/until", "is not after from");
        }
        if (demands != null) {
            check(demands);
        }
        return terms;
    }

    private static void check(Demands demands) {
        DemandsOfLogin.check(demands);
        if (demands.countries().size() > LONGEST_LIST || demands.training().size() > LONGEST_LIST) {
            throw Problem.badRequest("/demands", "must have at most " + LONGEST_LIST + " entries in a list");
        }
        for (int index = 0; index < demands.countries().size(); index++) {
            if (!Nation.isNation(demands.countries().get(index))) {
                throw Problem.badRequest("/demands/countries/" + index, "is not a country of ISO 3166-1 alpha-3");
            }
        }
        if (demands.training().stream().anyMatch(course -> course.isBlank() || course.length() > LONGEST_TITLE)) {
            throw Problem.badRequest("/demands/training", "must be names of 1 to " + LONGEST_TITLE + " characters");
        }
    }
}
