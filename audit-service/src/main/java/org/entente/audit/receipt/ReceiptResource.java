package org.entente.audit.receipt;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.audit.log.LogIdentity;
import org.entente.audit.log.PublishedLog;
import org.entente.audit.look.Look;
import org.entente.audit.look.Looks;
import org.entente.audit.look.Looks.Looker;
import org.entente.audit.record.Sight;
import org.entente.events.EventTypes;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.entente.tlog.KeyChain;
import org.entente.tlog.LogProof;
import org.entente.tlog.Verdict;
import org.jboss.resteasy.reactive.RestPath;

/** Gives a receipt to whom the act concerns; to anyone else, it is as if there were none. */
@Path("/audit/receipts")
@Authenticated
@Tag(name = "Receipts", description = "Proofs that an act was recorded, to be verified offline")
class ReceiptResource {

    // An event by its identifier; else, of a subject's events, the decision itself, or the first of them.
    private static final String FIND = "select index, entry, event, salt, erased from log_entry"
            + " where (event_id = $1 or subject = $1) and (event is not null or erased is not null) and ($3::text is null or partner = $3)"
            + " order by event_id = $1 desc, event is not null desc, type = $2 desc, index limit 1";
    private static final int LONGEST_ID = 255;

    private final Looks looks;
    private final PublishedLog log;
    private final LogIdentity identity;
    private final Caller caller;

    ReceiptResource(Looks looks, PublishedLog log, LogIdentity identity, Caller caller) {
        this.looks = looks;
        this.log = log;
        this.identity = identity;
        this.caller = caller;
    }

    @GET
    @Path("{id}")
    @Operation(
            summary = "The receipt of an act",
            description = "For a home auditor, and for the partner whom the act concerns.")
    @APIResponse(responseCode = "200", description = "The receipt, against the newest checkpoint")
    @APIResponse(responseCode = "404", description = "There is none, or none for this caller")
    @APIResponse(
            responseCode = "410",
            description =
                    "There was one for this caller, and its content was erased: `entry`, `index` and `proof` still prove that and where it stood, `erased` says since when")
    public Uni<IssuedReceipt> receipt(
            @Parameter(
                            description = "Identifier of an event, or of what it happened to, as of a decision",
                            example = "0b0f2c7e-1df5-4cf1-9f5c-1d5f4b8a7f10")
                    @RestPath
                    String id) {
        Sight sight = Sight.of(caller);
        if (sight instanceof Sight.Nothing
                || id.length() > LONGEST_ID
                || id.chars().anyMatch(Character::isISOControl)) {
            throw Problem.notFound();
        }
        String partner = sight instanceof Sight.Own own ? own.partner() : null;
        return looks.recorded(
                        Looker.of(caller),
                        transaction -> transaction
                                .preparedQuery(FIND)
                                .execute(Tuple.of(id, EventTypes.DECISION_MADE, partner)),
                        rows -> Look.at("receipt", Map.of("id", id), rows.size()))
                .map(RowSet::iterator)
                .chain(rows -> {
                    if (!rows.hasNext()) {
                        throw Problem.notFound();
                    }
                    return issue(rows.next());
                });
    }

    private Uni<IssuedReceipt> issue(Row row) {
        long index = row.getLong("index");
        String entry = row.getString("entry");
        return Uni.combine()
                .all()
                .unis(log.prove(index), identity.chain())
                .asTuple()
                .map(both -> {
                    LogProof proof = both.getItem1();
                    refuseIfDamaged(proof, entry, both.getItem2());
                    OffsetDateTime erased = row.getOffsetDateTime("erased");
                    if (erased != null) {
                        throw gone(index, entry, erased.toInstant(), proof);
                    }
                    return new IssuedReceipt(
                            row.getString("event"), row.getString("salt"), entry, index, proof.toString());
                });
    }

    /** What it said is erased by law; that it was said, when and where in the log, stays provable. */
    private static Problem gone(long index, String entry, Instant erased, LogProof proof) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return Problem.of(
                        410,
                        null,
                        "The content of this entry was erased when its retention ended. Its place in the log is proven as before.")
                .with("erased", json.textNode(erased.toString()))
                .with("entry", json.textNode(entry))
                .with("index", json.numberNode(index))
                .with("proof", json.textNode(proof.toString()));
    }

    /** A receipt that does not verify helps nobody; that it does not is a fault of the store, to be looked into at once. */
    private static void refuseIfDamaged(LogProof proof, String entry, KeyChain keys) {
        Verdict verdict = proof.verify(entry.getBytes(StandardCharsets.UTF_8), keys);
        if (verdict instanceof Verdict.Refused refused) {
            throw new IllegalStateException("The stored log is damaged: of entry " + proof.index() + ", "
                    + refused.reason().explanation());
        }
    }
}
