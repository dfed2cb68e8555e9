package org.entente.access.consent;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import org.entente.access.epoch.StoreClock;
import org.entente.access.vocabulary.Vocabulary;
import org.entente.events.EventTypes;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.entente.outbox.Created;
import org.entente.outbox.Idempotency;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** Asks once: whoever asks the same while it is open or answered gets that question. */
@ApplicationScoped
class Asking {
    /** Nobody consents for longer; the question is asked anew then. */
    private static final Duration LONGEST = Duration.ofDays(731);

    private final Caller caller;
    private final Vocabulary vocabulary;
    private final Announcement announcement;
    private final Idempotency idempotency;

    Asking(Caller caller, Vocabulary vocabulary, Announcement announcement, Idempotency idempotency) {
        this.caller = caller;
        this.vocabulary = vocabulary;
        this.announcement = announcement;
        this.idempotency = idempotency;
    }

    /** Somebody has asked the same since we looked. */
    private static final class AskedException extends RuntimeException {
        AskedException() {
            super(null, null, false, false);
        }
    }

    Uni<Response> ask(ConsentTerms stated) {
        Consent.Person asker = new Consent.Person(caller.subject(), caller.actor());
        return standing(stated)
                .chain(standing -> standing != null
                        ? Uni.createFrom().item(Response.ok(standing).build())
                        : idempotency
                                .once(stated, () -> create(stated, asker))
                                .onFailure(fault -> fault instanceof ConstraintViolationException
                                        || fault instanceof AskedException)
                                .recoverWithUni(() -> raced(stated)));
    }

    /** Somebody asked the same at the same time. */
    private Uni<Response> raced(ConsentTerms stated) {
        return standing(stated)
                .onItem()
                .ifNull()
                .failWith(() -> Problem.conflict(null, "Someone else asked the same at the same time."))
                .map(standing -> Response.ok(standing).build());
    }

    private static Uni<@Nullable ConsentView> standing(ConsentTerms stated) {
        return Panache.withSession(() -> StoreClock.now().chain(now -> Consents.newest(Consent.key(stated))
                .map(newest -> newest != null && newest.standsAt(now) ? ConsentView.of(newest, now) : null)));
    }

    private Uni<Created> create(ConsentTerms stated, Consent.Person asker) {
        return StoreClock.now().invoke(now -> requireTime(stated.until(), now)).chain(now -> Recipients.of(
                        stated.recipient(), vocabulary.home(), now)
                .map(nations -> new ConsentTerms(
                        stated.giver(),
                        stated.recipient(),
                        nations,
                        stated.purpose(),
                        stated.actions(),
                        stated.material(),
                        stated.justification(),
                        stated.until()))
                .chain(terms -> create(terms, asker, now)));
    }

    private Uni<Created> create(ConsentTerms terms, Consent.Person asker, Instant now) {
        return Consents.newest(Consent.key(terms)).chain(newest -> {
            if (newest != null && newest.standsAt(now)) {
                throw new AskedException();
            }
            Consent consent = Consent.asked(terms, newest == null ? 1 : newest.round + 1, asker, now);
            return consent.<Consent>persistAndFlush()
                    .chain(() -> announcement.append(EventTypes.CONSENT_ASKED, consent, asker.actor(), now))
                    .replaceWith(() -> new Created("/access/consents/" + consent.id, ConsentView.of(consent, now)));
        });
    }

    private static void requireTime(Instant until, Instant now) {
        if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST))) {
            throw Problem.badRequest("/until", "must be in the future, by " + LONGEST.toDays() + " days at most");
        }
    }
}
