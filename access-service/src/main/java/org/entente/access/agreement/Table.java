package org.entente.access.agreement;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.entente.access.agreement.AgreementVersion.Kind;
import org.entente.access.agreement.AgreementVersion.Origin;
import org.entente.access.partner.Partner;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/** Lays versions on the table, each kept as it is signed; whoever lays one there consents to it by that. */
@ApplicationScoped
class Table {
    private final Signing signing;

    Table(Signing signing) {
        this.signing = signing;
    }

    /** Makes sure that all parties are partners. */
    static Uni<Void> requireRegistered(Terms terms) {
        return Multi.createFrom()
                .iterable(terms.partners())
                .onItem()
                .transformToUniAndConcatenate(code -> Partner.<Partner>findById(code)
                        .onItem()
                        .ifNull()
                        .failWith(() -> Problem.badRequest(
                                terms.parties().isEmpty() ? "/partner" : "/parties", "is not a registered partner")))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** Keeps the open version of an agreement, and its author's consent where that needs no key. */
    Uni<Void> lay(Agreement agreement, Kind kind, Speaker speaker, @Nullable String note, Acting acting) {
        Deed deed = agreement.deed(acting.home());
        Origin origin = new Origin(kind, speaker.party(), speaker.officer(), note, acting.now());
        return signing.implied(deed, speaker, acting.now())
                .invoke(signature -> signature.ifPresent(
                        seal -> agreement.consents.add(consent(deed.version(), speaker, seal, acting.now()))))
                .chain(() -> AgreementVersion.keep(deed, origin));
    }

    /** Keeps the version under which the same terms are open once more. */
    Uni<Void> reopen(Agreement agreement, Speaker speaker, String reason, Acting acting) {
        Origin origin = new Origin(Kind.REOPENING, speaker.party(), speaker.officer(), reason, acting.now());
        return AgreementVersion.keep(agreement.deed(acting.home()), origin);
    }

    /** Makes an agreement findable for its parties. */
    static Uni<Void> name(UUID agreement, List<String> parties) {
        return Panache.getSession().call(session -> session.flush()).chain(session -> Multi.createFrom()
                .iterable(parties)
                .onItem()
                .transformToUniAndConcatenate(party -> session.createNativeQuery(
                                "insert into agreement_party (agreement, party) values (?1, ?2) on conflict do nothing")
                        .setParameter(1, agreement)
                        .setParameter(2, party)
                        .executeUpdate())
                .collect()
                .last()
                .replaceWithVoid());
    }

    static Consent consent(int version, Speaker speaker, String signature, Instant now) {
        return new Consent(
                version, speaker.party(), speaker.officer(), speaker.subject(), now, speaker.assurance(), signature);
    }
}
