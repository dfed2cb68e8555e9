package org.entente.catalog.room;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.entente.http.Problem;

/** Why somebody is not let in; whoever is no member is not told that there is a room. */
enum Refusal {
    NOT_A_MEMBER("not-a-member", ""),
    ENDED("room-ended", "The room is closed for good."),
    OUTSIDE_HOURS("outside-opening-hours", "The room is not open at this hour."),
    OUTSIDE_GEOFENCE("outside-geofence", "The room is not open to where you are."),
    ASSURANCE_TOO_LOW("assurance-too-low", "The room asks for a stronger login.");

    private final String code;
    private final String detail;

    Refusal(String code, String detail) {
        this.code = code;
        this.detail = detail;
    }

    /** The problem; where a stronger login would do, the challenge that asks for it (RFC 9470). */
    Problem problem(RoomTerms terms) {
        return switch (this) {
            case NOT_A_MEMBER -> Problem.notFound();
            case ASSURANCE_TOO_LOW -> coded(Problem.strongerLogin(String.valueOf(terms.assurance()), null));
            case ENDED, OUTSIDE_HOURS, OUTSIDE_GEOFENCE -> coded(Problem.forbidden(detail));
        };
    }

    private Problem coded(Problem problem) {
        return problem.with("code", JsonNodeFactory.instance.textNode(code));
    }
}
