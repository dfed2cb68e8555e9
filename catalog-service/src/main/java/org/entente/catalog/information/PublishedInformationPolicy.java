package org.entente.catalog.information;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.entente.catalog.information.InformationPolicy.Category;
import org.entente.label.InformationCategories;

/**
 * The information policy as it is in force, with the built-in categories.
 *
 * @param version counts from 1; 0 where nobody has published one yet
 * @param categories by name
 */
record PublishedInformationPolicy(@Schema(examples = "1") int version, List<Handling> categories) {

    /**
     * How information of a category is handled.
     *
     * @param builtIn whether it is the same for all nations
     * @param tier how deep a grant must reach, 0 to 4
     * @param dataRoomOnly whether it never leaves the data room, and needs the consent of both originator and owner
     * @param ownersRequired whether a label must name rights owners
     * @param rules for people
     */
    record Handling(
            @Schema(examples = "hydrology") String name,
            boolean builtIn,
            int tier,
            boolean dataRoomOnly,
            boolean ownersRequired,
            List<String> rules) {}

    static PublishedInformationPolicy of(InformationPolicy policy, int version) {
        InformationCategories vocabulary = policy.vocabulary();
        Map<String, Category> stated = policy.stated().stream()
                .collect(Collectors.toMap(category -> String.valueOf(category.name()), Function.identity()));
        List<Handling> categories = new ArrayList<>();
        for (String name : vocabulary.names()) {
            Category category = stated.getOrDefault(name, new Category(name, null, null));
            categories.add(new Handling(
                    name,
                    InformationCategories.builtIn().knows(name),
                    vocabulary.tier(name),
                    vocabulary.isProtected(name),
                    vocabulary.isProtected(name) || category.requiresOwners(),
                    Objects.requireNonNullElse(category.rules(), List.of())));
        }
        return new PublishedInformationPolicy(version, categories);
    }
}
