package org.entente.audit.record;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.audit.look.Looks;
import org.entente.audit.look.Looks.Looker;
import org.entente.http.Caller;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What happened, for those who may know: a home auditor reads all records, a partner those that concern it. */
@Path("/audit/records")
@Authenticated
@Tag(name = "Records", description = "What happened")
class RecordsResource {

    private final Looks looks;
    private final Caller caller;

    RecordsResource(Looks looks, Caller caller) {
        this.looks = looks;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "Records, oldest first, page by page",
            description =
                    "Whoever is neither a home auditor nor a partner sees an empty list. The last page has no `next`."
                            + " The look itself is recorded.")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "400", description = "A parameter has no meaning; `field` names it")
    public Uni<RecordPage> list(@BeanParam Parameters parameters) {
        RecordQuery query = parameters.query(Sight.of(caller));
        if (!query.canSeeAny()) {
            return Uni.createFrom().item(RecordPage.EMPTY);
        }
        return looks.recorded(
                Looker.of(caller),
                transaction -> transaction
                        .preparedQuery(query.statement())
                        .execute(query.parameters())
                        .map(rows -> RecordPage.of(rows, query.limit())),
                page -> page.look(parameters.stated()));
    }

    /** As they come, all text, so that each is refused by name. */
    record Parameters(
            @RestQuery @Parameter(description = "Only records that concern this partner", example = "XBB") @Nullable String partner,

            @RestQuery @Parameter(description = "Only records of this aggregate") @Nullable String subject,

            @RestQuery
            @Parameter(description = "Only records of this type", example = "org.entente.access.decision.made.v1")
            @Nullable String type,

            @RestQuery @Parameter(description = "`next` of the page before", example = "41") @Nullable String cursor,

            @RestQuery
            @Parameter(description = "Records on a page, 1 to 1,000; 100 if absent", example = "100")
            @Nullable String limit) {

        RecordQuery query(Sight sight) {
            List<RecordQuery.Filter> filters = Stream.of(
                            RecordQuery.Filter.of("partner", partner),
                            RecordQuery.Filter.of("subject", subject),
                            RecordQuery.Filter.of("type", type))
                    .flatMap(List::stream)
                    .toList();
            return new RecordQuery(sight, filters, RecordQuery.cursor(cursor), RecordQuery.limit(limit));
        }

        /** What was asked for, by name. */
        Map<String, String> stated() {
            Map<String, String> stated = new HashMap<>();
            query(new Sight.Nothing()).filters().forEach(filter -> stated.put(filter.column(), filter.value()));
            return stated;
        }
    }
}
