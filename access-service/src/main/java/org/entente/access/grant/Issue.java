package org.entente.access.grant;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.entente.access.vocabulary.Vocabulary;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A grant as it is asked for, nothing of which is known to make sense yet.
 *
 * @param partner which party of the agreement is to hold it; absent where it has but one besides the home nation
 */
@Schema(examples = """
                {"agreement": "5f0c9a4e-6a53-4c7c-9a55-6e2b1f0b7d11", "tier": 1, "categories": ["situational-awareness"],
                 "purposes": ["cyber-defence"], "until": "2027-03-01T00:00:00Z", "unit": "XBB-CERT",
                 "assets": ["0b0e2c0a-8a41-4f0c-8a0a-3f3c8f1f7f55"]}""")
public record Issue(
        @Nullable UUID agreement,
        @Nullable Integer tier,
        @Nullable List<String> categories,
        @Nullable List<String> purposes,
        @Nullable Instant until,
        @Nullable Instant reviewDue,
        @Nullable String unit,
        @Nullable String person,
        @Nullable List<String> assets,
        @Nullable List<String> topics,
        @Nullable String partner) {
    private static final int LONGEST_NAME = 255;
    private static final int MOST_ASSETS = 100;
    private static final int MOST_TOPICS = 10;

    /** The same, under an agreement. */
    public Issue under(UUID agreement) {
        return new Issue(
                agreement, tier, categories, purposes, until, reviewDue, unit, person, assets, topics, partner);
    }

    /** The terms, if every field makes sense; otherwise a 400 problem that names the first that does not. */
    public GrantTerms checked(Vocabulary vocabulary) {
        if (unit != null && person != null) {
            throw Problem.badRequest("/person", "cannot be bound together with a unit");
        }
        return new GrantTerms(
                Vocabulary.present(agreement, "/agreement"),
                Vocabulary.tier(tier, "/tier"),
                vocabulary.categories(categories, "/categories"),
                vocabulary.purposes(purposes, "/purposes"),
                Vocabulary.present(until, "/until"),
                reviewDue,
                unit == null ? null : Vocabulary.text(unit, "/unit", LONGEST_NAME),
                person == null ? null : Vocabulary.text(person, "/person", LONGEST_NAME),
                names(assets, "/assets", MOST_ASSETS),
                names(topics, "/topics", MOST_TOPICS));
    }

    /** Names of what need not be known; a list that is there is not empty, since an empty one would bind to nothing. */
    private static List<String> names(@Nullable List<String> stated, String pointer, int most) {
        if (stated == null) {
            return List.of();
        }
        if (stated.isEmpty() || stated.size() > most) {
            throw Problem.badRequest(pointer, "must have 1 to " + most + " entries");
        }
        for (int index = 0; index < stated.size(); index++) {
            Vocabulary.text(stated.get(index), pointer + "/" + index, LONGEST_NAME);
        }
        return stated.stream().distinct().toList();
    }
}
