package org.entente.access.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something on the desk.
 *
 * @param href where it is to be read, and acted on
 * @param agency of the home side that it is with
 * @param state in one word
 * @param at when it is due, ends, or was done
 * @param late whether somebody should have acted already
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Entry(
        String href,
        String title,
        @Nullable String partner,
        @Nullable String agency,
        String state,
        @Nullable Instant at,
        boolean late) {}
