package org.entente.access.simulation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.entente.access.policy.Plan;
import org.entente.access.vocabulary.Vocabulary;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A draft crisis plan, in the form in which it would be proposed to the crisis service.
 *
 * @param name for people
 * @param maxDuration how long one activation may last
 * @param criterion when one authority alone may activate; of no account here, where the activation is assumed
 */
@Schema(examples = """
                {"partners": ["XBB"], "purposes": ["crisis-response"], "categories": ["situational-awareness"],
                 "tier": 2, "ceiling": "SECRET", "maxDuration": "PT4H"}""")
@JsonInclude(JsonInclude.Include.NON_NULL)
record PlanTerms(
        @Nullable String name,
        @Nullable List<String> partners,
        @Nullable List<String> purposes,
        @Nullable List<String> categories,
        @Nullable Integer tier,
        @Nullable String ceiling,
        @Nullable Duration maxDuration,

        @Schema(type = SchemaType.OBJECT) @Nullable ObjectNode criterion) {
    private static final int LONGEST_NAME = 200;
    private static final int MOST_PARTNERS = 50;

    /** The plan, if every field makes sense; otherwise a 400 problem that names the first that does not. */
    Plan checked(Ground ground) {
        String id = name == null ? "draft" : Vocabulary.text(name, "/name", LONGEST_NAME);
        if (maxDuration != null && (maxDuration.isNegative() || maxDuration.isZero())) {
            throw Problem.badRequest("/maxDuration", "must be more than nothing");
        }
        return new Plan(
                id,
                0,
                partners(ground),
                ground.vocabulary().purposes(purposes, "/purposes"),
                ground.vocabulary().categories(categories, "/categories"),
                Vocabulary.tier(tier, "/tier"),
                Vocabulary.ceiling(ceiling, "/ceiling"));
    }

    private List<String> partners(Ground ground) {
        List<String> stated = Vocabulary.present(partners, "/partners");
        if (stated.isEmpty() || stated.size() > MOST_PARTNERS) {
            throw Problem.badRequest("/partners", "must have 1 to " + MOST_PARTNERS + " entries");
        }
        for (int index = 0; index < stated.size(); index++) {
            ground.partner(stated.get(index), "/partners/" + index);
        }
        return List.copyOf(new LinkedHashSet<>(stated));
    }
}
