package org.entente.access.agreement;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.entente.access.officer.Counterpart;
import org.entente.access.officer.OfficerKey;
import org.entente.access.seal.RefusedSignatureException;
import org.entente.access.seal.Seal;
import org.entente.access.seal.Signature;
import org.entente.access.seal.Statement;
import org.entente.access.vocabulary.Assurance;
import org.entente.access.vocabulary.Vocabulary;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Signs what an officer does for a party: with the officer's own signature where the party has registered keys, and under the
 * seal of this service where it has none.
 */
@ApplicationScoped
public class Signing {
    private static final String FIELD = "/signature";
    /** How far the signer's clock may be from ours. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    private final Seal seal;
    private final Vocabulary vocabulary;
    private final Assurance least;

    Signing(
            Seal seal,
            Vocabulary vocabulary,
            @ConfigProperty(name = "entente.agreement.consent-assurance", defaultValue = "otp") String least) {
        this.seal = seal;
        this.vocabulary = vocabulary;
        this.least = Assurance.valueOf(least.toUpperCase(Locale.ROOT));
    }

    /** Refuses whoever may not bind a party: a weak login (401, RFC 9470), or no verified counterpart (403). */
    Uni<Void> requireBinding(Speaker speaker, Instant now) {
        return requireBinding(speaker.party(), speaker.officer(), speaker.assurance(), now);
    }

    /** The same for whoever speaks for a party about something else than an agreement. */
    public Uni<Void> requireBinding(String party, String officer, Assurance assurance, Instant now) {
        requireStrong(assurance, least);
        return party.equals(home()) ? Uni.createFrom().voidItem() : Counterpart.requireVerified(party, officer, now);
    }

    static void requireStrong(Assurance assurance, Assurance least) {
        if (assurance.compareTo(least) < 0) {
            throw Problem.strongerLogin(least.name().toLowerCase(Locale.ROOT), null);
        }
    }

    /** The signature of an act; a 422 problem says what is wrong with the one that was submitted, or that one is needed. */
    Uni<String> signature(Statement.Act act, Deed deed, Speaker speaker, @Nullable String submitted, Instant now) {
        return signature(statement(act, deed, speaker, now), submitted);
    }

    /** The signature of a statement; a 422 problem says what is wrong with the one that was submitted, or that one is needed. */
    public Uni<String> signature(Statement expected, @Nullable String submitted) {
        return keys(expected.party())
                .map(keys -> keys.isEmpty() ? sealed(expected, submitted) : signed(expected, submitted, keys));
    }

    /** A consent that goes without saying, by laying something on the table; empty where the party signs with keys of its own. */
    Uni<Optional<String>> implied(Deed deed, Speaker speaker, Instant now) {
        Statement statement = statement(Statement.Act.CONSENT, deed, speaker, now);
        return keys(speaker.party()).map(keys -> keys.isEmpty() ? Optional.of(seal.on(statement)) : Optional.empty());
    }

    /** What an officer is to sign. */
    Statement statement(Statement.Act act, Deed deed, Speaker speaker, Instant now) {
        return new Statement(
                act,
                deed.agreement(),
                null,
                deed.version(),
                deed.sha256(),
                speaker.party(),
                speaker.officer(),
                speaker.subject(),
                now);
    }

    static Uni<List<OfficerKey>> keys(String party) {
        return OfficerKey.list("party = ?1 and state = ?2", party, OfficerKey.State.VOUCHED);
    }

    private String sealed(Statement statement, @Nullable String submitted) {
        if (submitted != null) {
            throw Problem.unprocessable(FIELD, "cannot be checked: " + statement.party() + " has registered no key");
        }
        return seal.on(statement);
    }

    private static String signed(Statement expected, @Nullable String submitted, List<OfficerKey> keys) {
        if (submitted == null) {
            throw Problem.unprocessable(
                    FIELD,
                    "is required: " + expected.party() + " signs with keys of its own; sign what the document says");
        }
        try {
            OfficerKey key = keyOf(Signature.kid(submitted), expected, keys);
            Statement signed = Signature.verified(
                    submitted, Signature.BY_OFFICER, key.publicKey().key());
            requireSame(expected, signed);
            return submitted;
        } catch (RefusedSignatureException refusal) {
            throw Problem.unprocessable(FIELD, refusal.why());
        }
    }

    private static OfficerKey keyOf(String kid, Statement expected, List<OfficerKey> keys) {
        return keys.stream()
                .filter(key -> key.kid.equals(kid) && key.officer.equals(expected.officer()))
                .findFirst()
                .orElseThrow(() -> new RefusedSignatureException(
                        "was made with no key of this officer that somebody vouches for"));
    }

    private static void requireSame(Statement expected, Statement signed) {
        if (!signed.isAsIn(expected)) {
            throw new RefusedSignatureException("signs something else than this act on this version");
        }
        if (Duration.between(signed.at(), expected.at()).abs().compareTo(SKEW) > 0) {
            throw new RefusedSignatureException("was not made now");
        }
    }

    String home() {
        return vocabulary.home();
    }
}
