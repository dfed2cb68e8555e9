package org.entente.access.training;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.entente.access.vocabulary.Vocabulary;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/** A training authority as proposed, nothing of which is known to make sense yet. */
@Schema(examples = """
                {"partner": "XBB", "name": "XBB cyber academy", "courses": ["responsible-use", "insider-threat"],
                 "officers": ["0b6f0f6e-3a51-4a6b-8a1f-52c1f3a7a0c4"], "evidence": "Letter of the ministry, 2026-10-02",
                 "until": "2028-01-01T00:00:00Z"}""")
public record AuthorityProposal(
        @Nullable String partner,
        @Nullable String name,
        @Nullable List<@Nullable String> courses,
        @Nullable List<@Nullable String> officers,
        @Nullable String evidence,
        @Nullable Instant until) {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TEXT = 2000;
    private static final int LONGEST_LIST = 50;

    /** The terms, if every field makes sense; otherwise a 400 problem that names the first that does not. */
    AuthorityTerms checked(TrainingSettings training) {
        List<String> named = each(courses, "/courses");
        for (int index = 0; index < named.size(); index++) {
            if (!training.courses().contains(named.get(index))) {
                throw Problem.badRequest("/courses/" + index, "is not a published course");
            }
        }
        return new AuthorityTerms(
                Vocabulary.text(partner, "/partner", LONGEST_NAME),
                Vocabulary.text(name, "/name", LONGEST_NAME),
                named,
                each(officers, "/officers"),
                Vocabulary.text(evidence, "/evidence", LONGEST_TEXT),
                Vocabulary.present(until, "/until"));
    }

    private static List<String> each(@Nullable List<@Nullable String> stated, String pointer) {
        List<@Nullable String> values = Vocabulary.present(stated, pointer);
        if (values.isEmpty() || values.size() > LONGEST_LIST) {
            throw Problem.badRequest(pointer, "must have 1 to " + LONGEST_LIST + " entries");
        }
        LinkedHashSet<String> checked = new LinkedHashSet<>();
        for (int index = 0; index < values.size(); index++) {
            checked.add(Vocabulary.text(values.get(index), pointer + "/" + index, LONGEST_NAME));
        }
        return List.copyOf(checked);
    }
}
