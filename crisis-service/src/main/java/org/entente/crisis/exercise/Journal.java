package org.entente.crisis.exercise;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What has come about in an exercise, what people did and what was decided, each in the order in which it came. */
@RegisterForReflection
record Journal(List<Injected> injected, List<Reaction> reactions, List<Answered> answers) {
    static final Journal EMPTY = new Journal(List.of(), List.of(), List.of());

    /** Something that has come about. */
    @RegisterForReflection
    public record Injected(String inject, Instant at) {}

    /** Something that somebody did. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Reaction(
            String reaction,
            Instant at,
            String by,
            String sub,
            String nation,
            boolean kept,
            @Nullable String note) {
        /** As others than whoever conducts it see it. */
        Reaction withoutSubject() {
            return new Reaction(reaction, at, by, "", nation, kept, note);
        }
    }

    /** What a simulated request came to on the copy of policy of that epoch. */
    @RegisterForReflection
    public record Answered(
            String inject, Instant at, int permitted, int denied, List<String> codes, long epoch, boolean held) {}

    Journal with(Injected another) {
        return new Journal(and(injected, another), reactions, answers);
    }

    Journal with(Reaction another) {
        return new Journal(injected, and(reactions, another), answers);
    }

    Journal with(Answered another) {
        return new Journal(injected, reactions, and(answers, another));
    }

    Optional<Instant> injectedAt(String id) {
        return injected.stream()
                .filter(each -> each.inject().equals(id))
                .map(Injected::at)
                .findFirst();
    }

    Optional<Reaction> reaction(String id) {
        return reactions.stream().filter(each -> each.reaction().equals(id)).findFirst();
    }

    Optional<Answered> answer(String id) {
        return answers.stream().filter(each -> each.inject().equals(id)).findFirst();
    }

    private static <E> List<E> and(List<E> list, E another) {
        return Stream.concat(list.stream(), Stream.of(another)).toList();
    }
}
