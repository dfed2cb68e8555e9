package org.entente.crisis.signal;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.entente.crisis.indicator.Gate;
import org.entente.crisis.indicator.Readings;
import org.entente.crisis.indicator.Weighed;
import org.entente.events.CanonicalJson;
import org.jspecify.annotations.Nullable;

/** Gates as they are remembered, so that a restart and another replica go on where one was; within the current Panache session. */
@ApplicationScoped
public class Gates {
    private final ObjectMapper json;

    Gates(ObjectMapper json) {
        this.json = json;
    }

    /**
     * What a gate was and is.
     *
     * @param because of which signals
     */
    public record Turn(Gate before, Gate after, List<Weighed> because) {
        public boolean hasOpened() {
            return !before.isOpen() && after.isOpen();
        }

        public boolean hasShut() {
            return before.isOpen() && !after.isOpen();
        }
    }

    private record Name(String owner, String subject) {}

    /** How gates stood when they were looked at, without a lock. */
    public static final class Standing {
        private final Map<Name, Gate> gates;

        private Standing(Map<Name, Gate> gates) {
            this.gates = gates;
        }

        public Gate of(String owner, String subject) {
            return gates.getOrDefault(new Name(owner, subject), Gate.SHUT);
        }
    }

    /** How a gate stands. */
    public Uni<Gate> read(String owner, String subject) {
        return find(owner, subject, "");
    }

    /** How those stand whose owners' names begin so, by owner and subject; who has none yet is not among them. */
    public Uni<Standing> standing(String begin) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select owner, subject, open, since, pending from gate where starts_with(owner, ?1)",
                                Object[].class)
                        .setParameter(1, begin)
                        .getResultList())
                .map(rows -> new Standing(rows.stream()
                        .collect(Collectors.toUnmodifiableMap(
                                row -> new Name((String) row[0], (String) row[1]), row -> gate(row, 2)))));
    }

    /** Moves a gate on, locked; of two who do at once the second goes on from where the first left it. */
    public Uni<Turn> move(String owner, String subject, Readings readings, UnaryOperator<Gate> next) {
        return ensure(owner, subject)
                .chain(() -> find(owner, subject, " for update"))
                .chain(before -> {
                    Gate after = next.apply(before);
                    Turn turn = new Turn(before, after, readings.because());
                    return after.equals(before) ? Uni.createFrom().item(turn) : write(owner, subject, turn);
                });
    }

    private static Uni<Integer> ensure(String owner, String subject) {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        "insert into gate (owner, subject, open) values (?1, ?2, false) on conflict do nothing")
                .setParameter(1, owner)
                .setParameter(2, subject)
                .executeUpdate());
    }

    private static Uni<Gate> find(String owner, String subject, String lock) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select open, since, pending from gate where owner = ?1 and subject = ?2" + lock,
                                Object[].class)
                        .setParameter(1, owner)
                        .setParameter(2, subject)
                        .getSingleResultOrNull())
                .map(row -> row == null ? Gate.SHUT : gate(row, 0));
    }

    private static Gate gate(Object[] row, int first) {
        return new Gate((Boolean) row[first], instant(row[first + 1]), instant(row[first + 2]));
    }

    private Uni<Turn> write(String owner, String subject, Turn turn) {
        Gate after = turn.after();
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "update gate set open = ?3, since = cast(cast(?4 as text) as timestamptz),"
                                        + " pending = cast(cast(?5 as text) as timestamptz), because = ?6"
                                        + " where owner = ?1 and subject = ?2")
                        .setParameter(1, owner)
                        .setParameter(2, subject)
                        .setParameter(3, after.isOpen())
                        .setParameter(4, text(after.since()))
                        .setParameter(5, text(after.pending()))
                        .setParameter(6, CanonicalJson.text(json, turn.because()))
                        .executeUpdate())
                .replaceWith(turn);
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    private static @Nullable Instant instant(@Nullable Object value) {
        return value instanceof OffsetDateTime time ? time.toInstant() : (Instant) value;
    }
}
