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

    Problem problem() {
        return this == NOT_A_MEMBER
                ? Problem.notFound()
                : Problem.forbidden(detail).with("code", JsonNodeFactory.instance.textNode(code));
    }
}
