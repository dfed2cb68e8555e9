package org.entente.access.simulation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Changes, in the order of the questions.
 *
 * @param simulated always true
 * @param state of the simulation
 * @param next cursor of the next page; absent when there is no more, and never while it runs
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ChangePage(
        boolean simulated,
        SimulationView.State state,
        @Schema(implementation = FoundChange[].class) List<JsonNode> changes,
        @Nullable String next) {

    /** Which page. */
    record Request(long after, int limit) {
        private static final int MOST = 200;

        static Request of(@Nullable String cursor, String limit) {
            if (cursor != null && !cursor.matches("[0-9]{1,18}")) {
                throw Problem.badRequest("cursor", "is not a cursor of this list");
            }
            int size = limit.matches("[0-9]{1,4}") ? Integer.parseInt(limit) : 0;
            if (size < 1 || size > MOST) {
                throw Problem.badRequest("limit", "must be from 1 to " + MOST);
            }
            return new Request(cursor == null ? 0 : Long.parseLong(cursor), size);
        }
    }

    /** The page of changes that were numbered one after the other from {@code request.after()} on. */
    static ChangePage of(SimulationView.State state, List<JsonNode> changes, Request request) {
        boolean isLast = changes.size() < request.limit() && state != SimulationView.State.RUNNING;
        return new ChangePage(true, state, changes, isLast ? null : Long.toString(request.after() + changes.size()));
    }
}
