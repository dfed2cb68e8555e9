package org.entente.crisis.review;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.function.Function;
import org.entente.crisis.act.Act;
import org.entente.crisis.act.Actor;
import org.entente.crisis.act.Authority;
import org.entente.crisis.kept.EntityTag;
import org.entente.crisis.kept.Kept;
import org.entente.crisis.kept.Turn;
import org.entente.crisis.review.Move.Part;
import org.entente.http.Caller;
import org.entente.http.Role;
import org.jspecify.annotations.Nullable;

/** Moves of a review: allowed, made and shown, in one transaction with their event. */
@RequestScoped
class Moving {
    private final Authority authority;
    private final Caller caller;
    private final HttpHeaders headers;
    private final Reviews reviews;

    Moving(Authority authority, Caller caller, HttpHeaders headers, Reviews reviews) {
        this.authority = authority;
        this.caller = caller;
        this.headers = headers;
        this.reviews = reviews;
    }

    /**
     * A move that is allowed.
     *
     * @param state that it leads to
     */
    record Step(Kept<Review> kept, State state, Actor actor) {
        Review review() {
            return kept.document();
        }
    }

    /** What a move makes of a review, and what its event says beyond what all say. */
    record Made(Review next, String event, Function<ObjectNode, ObjectNode> saying) {}

    Uni<Response> move(UUID id, Act act, Move move, Function<Step, Made> make) {
        Actor actor = authority.require(act);
        boolean isAuthority = caller.has(Role.CRISIS_AUTHORITY);
        @Nullable String expected = headers.getHeaderString(HttpHeaders.IF_MATCH);
        return reviews.shelf()
                .change(
                        id,
                        expected,
                        kept -> {
                            Part part = part(kept.document(), actor, isAuthority);
                            State next = move.from(kept.document().state(), part);
                            Made made = make.apply(new Step(kept, next, actor));
                            ObjectNode data = made.saying().apply(reviews.data(id, kept.document()));
                            return Turn.of(made.next().in(next), Reviews.event(made.event(), kept, actor.name(), data));
                        },
                        ReviewView::of)
                .map(kept -> EntityTag.answer(kept, ReviewView.of(kept)));
    }

    private static Part part(Review review, Actor actor, boolean isAuthority) {
        if (!actor.isHome()) {
            return Part.STRANGER;
        }
        if (!isAuthority) {
            return Part.CONTRIBUTOR;
        }
        boolean isProposer = review.summary() != null
                && review.state() == State.SUMMARY_PROPOSED
                && review.summary().proposedBySubject().equals(actor.subject());
        return isProposer ? Part.PROPOSER : Part.AUTHORITY;
    }
}
