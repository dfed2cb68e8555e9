package org.entente.access.grant;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.entente.access.agreement.Agreement;
import org.entente.access.agreement.State;
import org.entente.access.vocabulary.Document;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of grants, within the transaction of whoever decides it, who then ends the epoch and writes the event that
 * is returned.
 */
@ApplicationScoped
public class Grants {
    /** Whoever lists for a partner asks about each of them. */
    private static final long MOST_NAMED = 500;

    private static final String TOPICS =
            "select count(*) from topic where name in (select json_array_elements_text(cast(cast(?1 as text) as json)))";

    private final ObjectMapper json;

    Grants(ObjectMapper json) {
        this.json = json;
    }

    /** Why a grant was withdrawn. */
    @RegisterForReflection
    record Withdrawn(UUID agreement, String reason) {}

    /** Why a grant says something else now; {@code grant} is what it says. */
    @RegisterForReflection
    record Changed(GrantView grant, String reason) {}

    /** A change, and the event that tells of it. */
    public record Done(Grant grant, Event event) {}

    /** What a change goes back to: who makes it, as the log names them, why, and when. */
    public record Cause(String actor, String reason, Instant now) {}

    /** Who issues a grant: {@code sub}s, the name that the log gives, and the present instant. */
    public record Issuer(Grant.Origin origin, String actor, Instant now) {}

    /**
     * Issues a grant; a 422 problem that names the field where it is wider than an agreement in force.
     *
     * @param partner who is to hold it, a party of the agreement; absent where there is but one besides the home nation
     */
    public Uni<Done> issue(@Nullable String partner, GrantTerms terms, Issuer issuer) {
        return Agreement.<Agreement>findById(terms.agreement())
                .map(agreement -> holder(agreement, partner, terms, issuer.now()))
                .map(holder -> Grant.issued(holder, terms, issuer.origin(), issuer.now()))
                .call(grant -> grant.persist())
                .call(grant -> requireTopics(terms))
                .call(grant -> terms.isBoundToAssets() ? requireFewNamed(grant.partner) : nothing())
                .map(grant -> done(EventTypes.GRANT_ISSUED, grant, issuer.actor(), GrantView.of(grant, issuer.now())));
    }

    /** Ends a grant for good. */
    public Done withdraw(Grant grant, Cause cause) {
        grant.withdraw();
        return done(EventTypes.GRANT_WITHDRAWN, grant, cause.actor(), new Withdrawn(grant.agreement, cause.reason()));
    }

    /** Makes a grant say less. */
    public Done narrow(Grant grant, GrantTerms terms, Cause cause) {
        grant.narrow(terms, cause.now());
        return changed(EventTypes.GRANT_NARROWED, grant, cause);
    }

    /** Sets when a grant is to be reviewed next. */
    public Done reviewBy(Grant grant, @Nullable Instant due, Cause cause) {
        grant.reviewBy(due, cause.now());
        return changed(EventTypes.GRANT_REVIEW_SET, grant, cause);
    }

    /** The grant, or a 404 problem. */
    public static Uni<Grant> found(UUID id) {
        return Grant.<Grant>findById(id).onItem().ifNull().failWith(Problem::notFound);
    }

    /** The partner who may hold such a grant under the agreement. */
    private static String holder(
            @Nullable Agreement agreement, @Nullable String partner, GrantTerms terms, Instant now) {
        if (agreement == null || agreement.stateAt(now) != State.IN_FORCE) {
            throw Problem.unprocessable("/agreement", "is not an agreement in force");
        }
        Width.requireWithin(terms, agreement.terms());
        List<String> parties = agreement.partners();
        if (partner == null && parties.size() > 1) {
            throw Problem.badRequest("/partner", "is required: the agreement has several partners");
        }
        if (partner != null && !parties.contains(partner)) {
            throw Problem.unprocessable("/partner", "is no party of the agreement");
        }
        return partner == null ? parties.get(0) : partner;
    }

    private static Uni<Void> requireTopics(GrantTerms terms) {
        return terms.topics().isEmpty()
                ? nothing()
                : count(TOPICS, Document.write(terms.topics()))
                        .invoke(known -> {
                            if (known < terms.topics().size()) {
                                throw Problem.unprocessable("/topics", "are not all known");
                            }
                        })
                        .replaceWithVoid();
    }

    private static Uni<Void> requireFewNamed(String partner) {
        return Panache.getSession()
                .chain(session -> session.flush())
                .chain(() -> count("select named_assets(?1)", partner))
                .invoke(named -> {
                    if (named > MOST_NAMED) {
                        throw Problem.unprocessable(
                                "/assets",
                                "with those of other grants are more than " + MOST_NAMED + " of the partner");
                    }
                })
                .replaceWithVoid();
    }

    private static Uni<Long> count(String query, Object parameter) {
        return Panache.getSession().chain(session -> session.createNativeQuery(query, Long.class)
                .setParameter(1, parameter)
                .getSingleResult());
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }

    private Done changed(String type, Grant grant, Cause cause) {
        return done(type, grant, cause.actor(), new Changed(GrantView.of(grant, cause.now()), cause.reason()));
    }

    private Done done(String type, Grant grant, String actor, Object data) {
        return new Done(grant, Event.of(type, grant.id.toString(), grant.partner, actor, json.valueToTree(data)));
    }
}
