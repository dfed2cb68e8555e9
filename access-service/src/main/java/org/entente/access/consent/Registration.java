package org.entente.access.consent;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.entente.access.vocabulary.Vocabulary;
import org.entente.http.Problem;
import org.entente.label.Nation;
import org.jspecify.annotations.Nullable;

/** A representative as proposed, nothing of which is known to make sense yet. */
@Schema(examples = """
                {"owner": "XAA-AEROWORKS", "nation": "XAA", "person": "5d2f6c1e-8a4b-4c55-9a3f-0e7d5b9c1a22",
                 "name": "J. Doe, general counsel", "evidence": "Power of attorney 2026/14, seen in the original",
                 "until": "2027-06-30T00:00:00Z"}""")
public record Registration(
        @Nullable String owner,
        @Nullable String nation,
        @Nullable String person,
        @Nullable String name,
        @Nullable String evidence,
        @Nullable Instant until) {
    private static final int LONGEST_CODE = 100;
    private static final int LONGEST_TEXT = 2000;

    /** The terms, if every field makes sense; otherwise a 400 problem that names the first that does not. */
    RepresentativeTerms checked() {
        String home = Vocabulary.text(nation, "/nation", LONGEST_CODE);
        if (!Nation.isNation(home)) {
            throw Problem.badRequest("/nation", "is not a country of ISO 3166-1 alpha-3");
        }
        return new RepresentativeTerms(
                Vocabulary.text(owner, "/owner", LONGEST_CODE),
                home,
                Vocabulary.text(person, "/person", LONGEST_CODE),
                Vocabulary.text(name, "/name", LONGEST_TEXT),
                Vocabulary.text(evidence, "/evidence", LONGEST_TEXT),
                Vocabulary.present(until, "/until"));
    }
}
