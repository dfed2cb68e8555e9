package org.entente.audit.history;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.audit.look.Look;
import org.entente.audit.look.Looks;
import org.entente.audit.look.Looks.Looker;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Access histories of partners, persons and assets, as far as the caller may read them; every look is recorded. */
@Path("/audit/history")
@Authenticated
@Tag(name = "History", description = "Who accessed what, when and with what result")
class HistoryResource {

    private static final int USUAL_LIMIT = 100;
    private static final int LARGEST_LIMIT = 1000;
    private static final String EXAMPLE = """
            {"lines": [{"index": 41, "at": "2026-11-23T10:00:00Z", "recorded": "2026-11-23T10:00:00.4Z",
              "kind": "org.entente.access.decision.made.v1", "partner": "XBB", "person": "6f1e4c1a-8d0b-3b53-9c86-0ad9e1f3f0aa",
              "asset": "0b0f2c7e-1df5-4cf1-9f5c-1d5f4b8a7f10", "action": "view", "purpose": "cyber-defence",
              "result": "permitted", "eventId": "5a3f…", "receipt": "/audit/receipts/5a3f…", "event": {}}],
             "next": "41"}""";

    private final Histories histories;
    private final Looks looks;
    private final Caller caller;

    HistoryResource(Histories histories, Looks looks, Caller caller) {
        this.histories = histories;
        this.looks = looks;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "A history, page by page",
            description =
                    "A home auditor reads everybody's; an officer of a partner that of the partner, its persons and"
                            + " what they did with an asset; anyone else their own. Who may not read a history gets the same empty"
                            + " list as if there were none. The last page has no `next`. The look itself is recorded.")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content =
                    @Content(
                            schema = @Schema(implementation = HistoryPage.class),
                            examples = @ExampleObject(name = "a decision", value = EXAMPLE)))
    @APIResponse(responseCode = "400", description = "A parameter has no meaning; `field` names it")
    @APIResponse(responseCode = "422", description = "The filters match too little of too much; narrow them")
    public Uni<HistoryPage> page(
            @BeanParam HistoryParameters parameters,
            @RestQuery @Parameter(description = "`next` of the page before", example = "41") @Nullable String cursor,
            @RestQuery @Parameter(description = "Lines on a page, 1 to 1,000; 100 if absent", example = "100") @Nullable String limit) {
        HistoryQuery query = parameters.query(HistorySight.of(caller));
        int lines = limit(limit);
        long beyond = cursor(cursor, query);
        Map<String, String> stated = parameters.stated();
        return looks.recorded(
                Looker.of(caller),
                transaction -> histories
                        .page(transaction, query.page(beyond, lines + 1))
                        .map(found -> HistoryPage.of(found, lines)),
                page -> new Look("history", stated, page.lines().size(), page.first(), page.last()));
    }

    private static long cursor(@Nullable String cursor, HistoryQuery query) {
        if (cursor == null) {
            return query.order().start();
        }
        if (!cursor.matches("[0-9]{1,18}")) {
            throw Problem.badRequest("cursor", "is not a cursor of this list");
        }
        return Long.parseLong(cursor);
    }

    private static int limit(@Nullable String limit) {
        if (limit == null) {
            return USUAL_LIMIT;
        }
        int number = limit.matches("[0-9]{1,4}") ? Integer.parseInt(limit) : 0;
        if (number < 1 || number > LARGEST_LIMIT) {
            throw Problem.badRequest("limit", "is not a number from 1 to " + LARGEST_LIMIT);
        }
        return number;
    }
}
