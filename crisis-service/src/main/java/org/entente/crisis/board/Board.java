package org.entente.crisis.board;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The situation, as whoever looks may see it: a partner sees what it is a party to, and its own figures.
 *
 * @param exercises that are running: never mixed with what is real
 * @param indicators for the home side only, and escalations: a partner has none
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Board(
        Instant at,
        List<Active> active,
        List<Exercise> exercises,
        List<Indicator> indicators,
        List<Call> escalations,
        List<Message> messages) {

    /**
     * A plan in force, or asked to be.
     *
     * @param from absent while it awaits a second person
     * @param until absent while it awaits a second person
     * @param more who sees more than usual, and how much
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Active(
            UUID activation,
            UUID plan,
            String name,
            String reason,
            @Nullable Instant from,
            @Nullable Instant until,
            List<String> partners,
            List<More> more) {}

    /** What a partner was permitted only because of an activation. */
    @RegisterForReflection
    public record More(String partner, int decisions, int portions, int persons, int used) {}

    /** An exercise that is running. */
    @RegisterForReflection
    public record Exercise(UUID exercise, String name) {}

    /**
     * An indicator over time.
     *
     * @param newest value, 0 to 100
     * @param hours the highest value of each of the last hours in which there was one, oldest first
     */
    @RegisterForReflection
    public record Indicator(String indicator, int newest, Instant at, String source, List<Hour> hours) {}

    /** The highest value of an hour. */
    @RegisterForReflection
    public record Hour(Instant from, int highest) {}

    /** Something that somebody is called for. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Call(
            UUID escalation,
            String subject,
            String state,
            int level,
            @Nullable String holder,
            @Nullable Instant due) {}

    /** A message to all who look at the board, or to some partners. */
    @RegisterForReflection
    public record Message(UUID id, Instant at, String by, String text, List<String> partners) {}
}
