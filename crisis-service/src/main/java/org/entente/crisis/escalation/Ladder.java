package org.entente.crisis.escalation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who is called, in which order, and how long each has.
 *
 * @param levels lowest first
 * @param quietHours absent for none
 * @param awakeFrom the number of the first level, from 1, to which quiet hours do not apply; absent: the top level
 * @param resolveWithin how long whoever acknowledged has to resolve it before the next level hears of it; absent: no limit
 * @param topRounds how often the top level is called in all before nobody is known to answer; absent: three times
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Ladder(
        @Schema(examples = "Crisis cell of XAA") String title,
        List<Level> levels,
        @Nullable QuietHours quietHours,
        @Schema(examples = "2") @Nullable Integer awakeFrom,
        @Nullable Duration resolveWithin,
        @Nullable Integer topRounds) {
    private static final int ROUNDS = 3;

    Level level(int number) {
        return levels.get(number);
    }

    int top() {
        return levels.size() - 1;
    }

    /** The first level, from 0, that is called at any hour. */
    int awake() {
        return awakeFrom == null ? top() : awakeFrom - 1;
    }

    int rounds() {
        return topRounds == null ? ROUNDS : topRounds;
    }

    /** All who are called up to a level, itself included. */
    Stream<Contact> upTo(int level) {
        return levels.subList(0, level + 1).stream().flatMap(Level::people);
    }

    boolean names(String person) {
        return upTo(top()).anyMatch(contact -> contact.person().equals(person));
    }
}
