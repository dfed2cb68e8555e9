package org.entente.access.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A message, with all that became of it.
 *
 * @param agency of the drafter
 * @param planned when it is meant to be sent; nothing happens then by itself
 * @param positions of the agencies that are asked, by code; absent while one has not said anything
 * @param overruled by whom, over which objections; absent where nobody was
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record Message(
        State state,
        Words words,
        @Nullable Instant planned,
        Person drafter,
        @Nullable String agency,
        SortedMap<String, Position> positions,
        @Nullable Signature overruled,
        @Nullable Signature approved,
        @Nullable Instant sentAt,
        @Nullable Signature acknowledged) {

    /** What a message is about. */
    enum About {
        @JsonProperty("shared")
        SHARED,
        @JsonProperty("changed")
        CHANGED,
        @JsonProperty("refused")
        REFUSED
    }

    /**
     * What the partner reads.
     *
     * @param reference of what it is about, such as the path of a grant or a request
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Words(About about, @Nullable String reference, String title, String text) {}

    /** Somebody, by {@code sub} and by name. */
    @RegisterForReflection
    record Person(String sub, String name) {}

    /** Who did something, when, and why if that was said. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Signature(Person by, Instant at, @Nullable String reason) {}

    /** What an agency says: agreed or not, with a reason for an objection; neither while it has said nothing. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Position(@Nullable Boolean agrees, @Nullable Signature signature) {
        static final Position NONE = new Position(null, null);
    }

    Message {
        positions = new TreeMap<>(positions);
    }

    static Message drafted(Words words, @Nullable Instant planned, Person drafter, @Nullable String agency) {
        return new Message(State.DRAFTED, words, planned, drafter, agency, new TreeMap<>(), null, null, null, null);
    }

    /** In other words: all agreement starts anew. */
    Message revised(State next, Words other, @Nullable Instant when) {
        return new Message(next, other, when, drafter, agency, new TreeMap<>(), null, null, null, null);
    }

    Message submitted(State next, List<String> agencies) {
        SortedMap<String, Position> asked = new TreeMap<>();
        agencies.forEach(code -> asked.put(code, Position.NONE));
        return with(next, asked, null, null, null, null);
    }

    /** An agency says so, in place of what it said before; an objection raised anew has to be overruled anew. */
    Message checked(State next, String code, Position position) {
        SortedMap<String, Position> said = new TreeMap<>(positions);
        said.put(code, position);
        return with(next, said, Boolean.FALSE.equals(position.agrees()) ? null : overruled, null, null, null);
    }

    Message overruled(State next, Signature by) {
        if (objecting().isEmpty()) {
            throw Problem.conflict(null, "Nobody objects.");
        }
        return with(next, positions, by, null, null, null);
    }

    /** A 409 problem that says whose agreement is missing. */
    Message approved(State next, Signature by) {
        List<String> missing = new ArrayList<>();
        for (Map.Entry<String, Position> position : positions.entrySet()) {
            Boolean agrees = position.getValue().agrees();
            if (agrees == null || !agrees && overruled == null) {
                missing.add(position.getKey());
            }
        }
        if (!missing.isEmpty()) {
            throw Problem.conflict(null, "These agencies have not agreed: " + String.join(", ", missing) + ".");
        }
        return with(next, positions, overruled, by, null, null);
    }

    Message sent(State next, Instant at) {
        return with(next, positions, overruled, approved, at, null);
    }

    Message acknowledged(State next, Signature by) {
        return with(next, positions, overruled, approved, sentAt, by);
    }

    Message discarded(State next) {
        return with(next, positions, overruled, approved, sentAt, null);
    }

    private List<String> objecting() {
        return positions.entrySet().stream()
                .filter(position -> Boolean.FALSE.equals(position.getValue().agrees()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private Message with(
            State next,
            SortedMap<String, Position> said,
            @Nullable Signature overruling,
            @Nullable Signature approval,
            @Nullable Instant at,
            @Nullable Signature receipt) {
        return new Message(next, words, planned, drafter, agency, said, overruling, approval, at, receipt);
    }
}
