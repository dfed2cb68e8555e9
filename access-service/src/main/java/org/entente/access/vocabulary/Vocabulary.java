package org.entente.access.vocabulary;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.entente.http.Problem;
import org.entente.label.Act;
import org.entente.label.InformationCategories;
import org.entente.label.MarkingPolicies;
import org.jspecify.annotations.Nullable;

/**
 * What may be said in an agreement, a grant or a request. Checks refuse anything else with a 400 problem that names the
 * field.
 *
 * @param home the nation whose house this is
 * @param purposes for which information may be used
 * @param published the categories of the information policy, of which there are more with each of its versions
 */
public record Vocabulary(String home, Set<String> purposes, Categories published) {
    private static final int LONGEST_LIST = 50;
    private static final int DEEPEST_TIER = 4;

    public Vocabulary(String home, Collection<String> purposes, Categories published) {
        this(home, Set.copyOf(purposes), published);
    }

    public Vocabulary {
        purposes = Set.copyOf(purposes);
    }

    public List<String> purposes(@Nullable List<String> stated, String pointer) {
        return each(stated, pointer, purposes::contains, "is not a purpose of the vocabulary");
    }

    /** The categories known by now. */
    public InformationCategories categories() {
        return published.known();
    }

    void learn(Collection<String> added) {
        published.learn(added);
    }

    public List<String> categories(@Nullable List<String> stated, String pointer) {
        return each(stated, pointer, categories()::knows, "is not a category of the information policy");
    }

    public static List<String> actions(@Nullable List<String> stated, String pointer) {
        return each(stated, pointer, name -> Act.of(name).isPresent(), "is not an action");
    }

    /** A level of the common scale {@code ALLIANCE}. */
    public static String ceiling(@Nullable String stated, String pointer) {
        String level = present(stated, pointer);
        if (MarkingPolicies.builtIn()
                .classification(MarkingPolicies.ALLIANCE, level)
                .isEmpty()) {
            throw Problem.badRequest(pointer, "is not a level of " + MarkingPolicies.ALLIANCE);
        }
        return level;
    }

    public static int tier(@Nullable Integer stated, String pointer) {
        int tier = present(stated, pointer);
        if (tier < 0 || tier > DEEPEST_TIER) {
            throw Problem.badRequest(pointer, "must be from 0 to " + DEEPEST_TIER);
        }
        return tier;
    }

    public static String text(@Nullable String stated, String pointer, int longest) {
        String text = present(stated, pointer);
        if (text.isBlank() || text.length() > longest) {
            throw Problem.badRequest(pointer, "must have 1 to " + longest + " characters");
        }
        return text;
    }

    /** The identifier that a page of a list goes on after; absent for the first page. */
    public static @Nullable UUID cursor(@Nullable String stated) {
        try {
            return stated == null ? null : UUID.fromString(stated);
        } catch (IllegalArgumentException notAnIdentifier) {
            throw Problem.badRequest("cursor", "is not one that was given out");
        }
    }

    public static <T> T present(@Nullable T stated, String pointer) {
        if (stated == null) {
            throw Problem.badRequest(pointer, "is required");
        }
        return stated;
    }

    private static List<String> each(
            @Nullable List<String> stated, String pointer, Predicate<String> known, String fault) {
        List<String> values = present(stated, pointer);
        if (values.isEmpty() || values.size() > LONGEST_LIST) {
            throw Problem.badRequest(pointer, "must have 1 to " + LONGEST_LIST + " entries");
        }
        for (int index = 0; index < values.size(); index++) {
            if (values.get(index) == null || !known.test(values.get(index))) {
                throw Problem.badRequest(pointer + "/" + index, fault);
            }
        }
        return List.copyOf(new LinkedHashSet<>(values));
    }
}
