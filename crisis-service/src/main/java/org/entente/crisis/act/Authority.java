package org.entente.crisis.act;

import jakarta.enterprise.context.RequestScoped;
import org.entente.http.Caller;
import org.entente.http.Problem;

/** Asks whether the caller may do something, before anything is looked up: a refusal tells nothing about what exists. */
@RequestScoped
public class Authority {
    private final Caller caller;

    Authority(Caller caller) {
        this.caller = caller;
    }

    /** The caller as actor of {@code act}; a 403 problem when no role allows it. */
    public Actor require(Act act) {
        if (!act.isOpenTo(caller.isHome(), caller::has)) {
            throw Problem.forbidden("Your roles do not allow this.");
        }
        return new Actor(caller.subject(), caller.actor(), caller.nation(), caller.isHome());
    }
}
