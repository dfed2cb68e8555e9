package org.entente.access.countersigned;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.entente.access.epoch.Epoch;
import org.entente.access.epoch.StoreClock;
import org.entente.access.version.Contested;
import org.entente.access.vocabulary.Vocabulary;
import org.entente.events.Event;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.entente.outbox.Created;
import org.entente.outbox.Idempotency;
import org.entente.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/** Makes the moves of acts of two persons: each in one transaction, with its event, and in force or over before the answer. */
@ApplicationScoped
public class Countersigning {
    private static final int LONGEST_REASON = 2000;

    private final Caller caller;
    private final Epoch epoch;
    private final Outbox outbox;
    private final Idempotency idempotency;
    private final Contested contested;
    private final ObjectMapper json;

    Countersigning(
            Caller caller,
            Epoch epoch,
            Outbox outbox,
            Idempotency idempotency,
            Contested contested,
            ObjectMapper json) {
        this.caller = caller;
        this.epoch = epoch;
        this.outbox = outbox;
        this.idempotency = idempotency;
        this.contested = contested;
        this.json = json;
    }

    /**
     * Proposes, once per idempotency key.
     *
     * @param request what was asked for
     * @param draft makes the act, at an instant
     */
    public <T extends Countersigned> Uni<Response> propose(
            Register<T> register, Object request, Function<Instant, Uni<T>> draft) {
        Officer officer = Officer.of(caller);
        return idempotency.once(
                request, () -> StoreClock.now().chain(now -> draft.apply(now).chain(act -> {
                    act.propose(officer, now);
                    return act.<T>persist()
                            .chain(() -> Panache.getSession())
                            .chain(session -> session.flush())
                            .chain(() -> announce(register.proposed(), act, officer, now))
                            .replaceWith(() -> new Created(register.path() + act.id, act.view(now)));
                })));
    }

    /** Confirms; what has to come into being with it does so in the same transaction. */
    public <T extends Countersigned> Uni<Response> confirm(
            Register<T> register, UUID id, Function<T, Uni<Void>> together) {
        Officer officer = Officer.of(caller);
        return change(register, id, (act, now) -> {
            act.confirm(officer, now);
            return together.apply(act)
                    .chain(epoch::advance)
                    .chain(() -> announce(register.confirmed(), act, officer, now));
        });
    }

    /** Withdraws, effective before the answer (G3). */
    public <T extends Countersigned> Uni<Response> withdraw(
            Register<T> register, UUID id, @Nullable Withdrawal withdrawal) {
        String reason = Vocabulary.text(Vocabulary.present(withdrawal, "").reason(), "/reason", LONGEST_REASON);
        Officer officer = Officer.of(caller);
        return change(register, id, (act, now) -> {
                    act.withdraw(officer, reason, now);
                    return epoch.advance().chain(() -> announce(register.withdrawn(), act, officer, now));
                })
                .call(epoch::settled);
    }

    /** As it is read now, under its tag; a 404 problem where it is not. */
    public <T extends Countersigned> Uni<Response> read(Register<T> register, UUID id) {
        return Panache.withSession(() -> StoreClock.now()
                .chain(now -> found(register, id).map(act -> Contested.tagged(act.version(), act.view(now)))));
    }

    private interface Change<T> {
        Uni<Void> apply(T act, Instant now);
    }

    private <T extends Countersigned> Uni<Response> change(Register<T> register, UUID id, Change<T> change) {
        return contested.change(
                () -> found(register, id),
                act -> StoreClock.now().chain(now -> change.apply(act, now)),
                act -> act.view(Instant.now()));
    }

    private static <T extends Countersigned> Uni<T> found(Register<T> register, UUID id) {
        return Panache.getSession()
                .chain(session -> session.find(register.type(), id))
                .onItem()
                .ifNull()
                .failWith(Problem::notFound);
    }

    private Uni<Void> announce(String type, Countersigned act, Officer officer, Instant now) {
        JsonNode data = json.valueToTree(act.view(now));
        return outbox.append(Event.of(type, act.id.toString(), act.audience(), officer.actor(), data));
    }
}
