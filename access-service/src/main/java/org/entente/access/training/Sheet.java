package org.entente.access.training;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That persons of a partner were trained: by an authority, or by completing an exercise.
 *
 * @param authority absent for an exercise
 * @param exercise absent for an authority
 * @param from when it was attested
 * @param until first instant no more
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Sheet(
        UUID id,
        String partner,
        String course,
        @Nullable UUID authority,
        @Nullable String exercise,
        Instant from,
        Instant until,
        List<Person> persons) {
    public Sheet {
        persons = List.copyOf(persons);
    }

    /**
     * Somebody of whom it is attested.
     *
     * @param sub stable identifier of their login
     * @param revokedAt absent while it stands
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Person(
            String sub, @Nullable String name, @Nullable Instant revokedAt) {}

    /** Who was trained is for those who trained them to know, not for the home side's administrators. */
    Sheet withoutPersons() {
        return new Sheet(id, partner, course, authority, exercise, from, until, List.of());
    }
}
