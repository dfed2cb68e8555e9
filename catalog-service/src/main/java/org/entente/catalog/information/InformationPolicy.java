package org.entente.catalog.information;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.entente.http.Problem;
import org.entente.label.InformationCategories;
import org.entente.label.LabelException;
import org.jspecify.annotations.Nullable;

/**
 * What the alliance adds to the built-in categories: its own, and what else is to be heeded in any of them.
 *
 * @param categories each at most once
 */
@RegisterForReflection // also kept as a document
public record InformationPolicy(@Nullable List<Category> categories) {
    static final InformationPolicy NONE = new InformationPolicy(List.of());
    private static final int MAX_CATEGORIES = 500;
    private static final int MAX_RULES = 20;
    private static final int LONGEST_RULE = 500;

    /**
     * A category and how it is handled.
     *
     * @param rules for people, a sentence each
     * @param ownersRequired whether a label must name rights owners; always so in the protected categories
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @RegisterForReflection
    public record Category(
            @Schema(examples = "hydrology") @Nullable String name,
            @Nullable List<String> rules,
            @Nullable Boolean ownersRequired) {
        boolean requiresOwners() {
            return Boolean.TRUE.equals(ownersRequired);
        }
    }

    List<Category> stated() {
        return Objects.requireNonNullElse(categories, List.of());
    }

    /** Which categories need rights owners. */
    public RightsOwners owners() {
        Set<String> required = new HashSet<>();
        stated().stream()
                .filter(Category::requiresOwners)
                .forEach(category -> required.add(String.valueOf(category.name())));
        return new RightsOwners(vocabulary(), required);
    }

    /** The names that are not built in. */
    List<String> added() {
        return stated().stream()
                .map(Category::name)
                .filter(Objects::nonNull)
                .filter(name -> !InformationCategories.builtIn().knows(name))
                .toList();
    }

    /** The vocabulary of labels.
     * @throws LabelException where a name means something else
     */
    public InformationCategories vocabulary() {
        return InformationCategories.with(added());
    }

    /** Makes sure that it means something.
     *
     * @param pointer where it is in what was sent
     * @throws Problem 400 naming the field
     */
    void check(String pointer) {
        if (categories == null) {
            throw Problem.badRequest(pointer + "/categories", "is required");
        }
        if (categories.size() > MAX_CATEGORIES) {
            throw Problem.badRequest(pointer + "/categories", "has more than " + MAX_CATEGORIES + " entries");
        }
        Set<String> names = new HashSet<>();
        for (int index = 0; index < categories.size(); index++) {
            check(categories.get(index), pointer + "/categories/" + index, names);
        }
    }

    private static void check(@Nullable Category category, String pointer, Set<String> names) {
        if (category == null) {
            throw Problem.badRequest(pointer, "must be an object");
        }
        String name = category.name();
        if (name == null) {
            throw Problem.badRequest(pointer + "/name", "is required");
        }
        if (!names.add(name)) {
            throw Problem.badRequest(pointer + "/name", "is there twice");
        }
        try {
            new InformationPolicy(List.of(category)).vocabulary();
        } catch (LabelException misspelled) {
            throw Problem.badRequest(
                    pointer + "/name", "is not a name of lower-case words and hyphens, or is reserved");
        }
        List<String> rules = Objects.requireNonNullElse(category.rules(), List.of());
        if (rules.size() > MAX_RULES) {
            throw Problem.badRequest(pointer + "/rules", "has more than " + MAX_RULES + " entries");
        }
        for (int rule = 0; rule < rules.size(); rule++) {
            if (rules.get(rule) == null
                    || rules.get(rule).isBlank()
                    || rules.get(rule).length() > LONGEST_RULE) {
                throw Problem.badRequest(pointer + "/rules/" + rule, "must have 1 to " + LONGEST_RULE + " characters");
            }
        }
    }
}
