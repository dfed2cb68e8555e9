package org.entente.access.consent;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.entente.access.consent.ConsentAnswers.Giving;
import org.entente.access.consent.ConsentAnswers.Refusal;
import org.entente.access.consent.ConsentAnswers.TakingBack;
import org.entente.access.epoch.Epoch;
import org.entente.access.epoch.StoreClock;
import org.entente.access.version.Contested;
import org.entente.events.EventTypes;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.entente.http.Role;

/** What givers do with the questions they are asked. */
@ApplicationScoped
class Answering {
    private final Caller caller;
    private final Epoch epoch;
    private final Announcement announcement;
    private final Contested contested;

    Answering(Caller caller, Epoch epoch, Announcement announcement, Contested contested) {
        this.caller = caller;
        this.epoch = epoch;
        this.announcement = announcement;
        this.contested = contested;
    }

    private interface Act {
        /** The name of the event. */
        String on(Consent consent, Move.Mover mover, Instant now);
    }

    Uni<Response> give(UUID id, Giving giving) {
        String actor = caller.actor();
        return change(id, (consent, mover, now) -> {
            consent.give(mover, actor, ConsentAnswers.until(giving.until(), consent, now), now);
            return EventTypes.CONSENT_GIVEN;
        });
    }

    Uni<Response> refuse(UUID id, Refusal refusal) {
        String reason = ConsentAnswers.reason(refusal.reason());
        String actor = caller.actor();
        return change(id, (consent, mover, now) -> {
            Instant until = refusal.until() == null ? consent.terms().until() : refusal.until();
            consent.refuse(mover, actor, reason, ConsentAnswers.until(until, consent, now), now);
            return EventTypes.CONSENT_REFUSED;
        });
    }

    Uni<Response> withdraw(UUID id, TakingBack takingBack) {
        String reason = ConsentAnswers.reason(takingBack.reason());
        String actor = caller.actor();
        return change(id, (consent, mover, now) -> {
                    consent.withdraw(mover, actor, reason, now);
                    return EventTypes.CONSENT_WITHDRAWN;
                })
                .call(epoch::settled);
    }

    /** A question, for those who may know of it; to all others there is none. */
    Uni<Response> read(UUID id) {
        return Panache.withSession(() -> StoreClock.now().chain(now -> reader(now)
                .chain(reader -> legible(id, reader))
                .map(consent -> Contested.tagged(consent.version(), ConsentView.of(consent, now)))));
    }

    private static Uni<Consent> legible(UUID id, Consents.Readable reader) {
        return Consents.found(id).invoke(consent -> {
            if (!reader.includes(consent.giver())) {
                throw Problem.notFound();
            }
        });
    }

    /** What the caller may read; a 403 problem for who is nobody here. Within the current session. */
    Uni<Consents.Readable> reader(Instant now) {
        return readable(now).invoke(reader -> {
            if (reader.isNothing()) {
                throw Problem.forbidden("Your roles do not allow this.");
            }
        });
    }

    private Uni<Consents.Readable> readable(Instant now) {
        boolean isAll = caller.isHome() && Move.READERS.stream().anyMatch(caller::has);
        String nation = !caller.isHome() && caller.has(Role.LIAISON_OFFICER) ? caller.nation() : "";
        return Representative.ownersOf(caller.subject(), caller.nation(), now)
                .map(owners -> new Consents.Readable(isAll, nation, owners));
    }

    private Uni<Response> change(UUID id, Act act) {
        Consent.Person person = new Consent.Person(caller.subject(), caller.actor());
        String nation = caller.nation();
        boolean isHome = caller.isHome();
        Set<Role> roles = roles();
        return contested.change(
                () -> StoreClock.now().chain(this::readable).chain(reader -> legible(id, reader)),
                consent -> StoreClock.now().chain(now -> Representative.ownersOf(person.subject(), nation, now)
                        .map(owners -> new Move.Mover(person.subject(), nation, isHome, roles, owners))
                        .chain(mover -> {
                            String event = act.on(consent, mover, now);
                            return epoch.advance()
                                    .chain(() -> announcement.append(event, consent, person.actor(), now));
                        })),
                consent -> ConsentView.of(consent, Instant.now()));
    }

    private Set<Role> roles() {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (Role role : Role.values()) {
            if (caller.has(role)) {
                roles.add(role);
            }
        }
        return roles;
    }
}
