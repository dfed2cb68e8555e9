package org.entente.access.vocabulary;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Objects;
import org.entente.label.InformationCategories;
import org.jspecify.annotations.Nullable;

/**
 * As much of the catalog's information policy as decisions need.
 *
 * @param categories built-in ones with rules of their own among them
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@RegisterForReflection
public record PublishedCategories(@Nullable List<@Nullable Category> categories) {

    /** A category. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @RegisterForReflection
    public record Category(@Nullable String name) {}

    /** The names that are not built in. */
    public List<String> added() {
        return Objects.requireNonNullElse(categories, List.<@Nullable Category>of()).stream()
                .filter(Objects::nonNull)
                .map(Category::name)
                .filter(Objects::nonNull)
                .filter(name -> !InformationCategories.builtIn().knows(name))
                .toList();
    }
}
