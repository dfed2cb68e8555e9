package org.entente.access.agreement;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A clause of the agreement in words.
 *
 * @param name by which it is cited, {@code 4.2}
 * @param about the article that it governs, by its name; decisions that rest on the article then cite it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Clause(String name, @Nullable String about, String text) {}
