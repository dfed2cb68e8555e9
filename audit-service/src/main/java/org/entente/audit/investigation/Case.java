package org.entente.audit.investigation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;
import org.entente.audit.investigation.Move.Standing;
import org.jspecify.annotations.Nullable;

/**
 * A case as stored.
 *
 * @param partner whom it is about, as far as it is about a partner
 * @param due when it is to be decided
 * @param version counts its acts
 */
record Case(
        UUID id,
        Instant opened,
        About about,
        State state,
        int version,
        @Nullable Assignee assignee,
        Instant due,
        @Nullable Proposal proposal,
        @Nullable Breach breach) {

    static final String COLUMNS = "id, opened, title, partner, person, unit, exercise, state, version, assignee,"
            + " assignee_name, due, proposal, severity, agreement, public_owed";

    /** What it is about. */
    record About(
            String title,
            @Nullable String partner,
            @Nullable String person,
            @Nullable String unit,
            boolean exercise) {}

    /** Who looks into it. */
    record Assignee(String subject, String name) {}

    /** What was confirmed. */
    record Breach(String severity, @Nullable String agreement, boolean publicOwed) {}

    static Case of(Row row, ObjectMapper json) {
        String assignee = row.getString("assignee");
        String severity = row.getString("severity");
        return new Case(
                row.getUUID("id"),
                row.getOffsetDateTime("opened").toInstant(),
                new About(
                        row.getString("title"),
                        row.getString("partner"),
                        row.getString("person"),
                        row.getString("unit"),
                        row.getBoolean("exercise")),
                State.of(row.getString("state")),
                row.getInteger("version"),
                assignee == null ? null : new Assignee(assignee, row.getString("assignee_name")),
                row.getOffsetDateTime("due").toInstant(),
                proposal(row.getString("proposal"), json),
                severity == null
                        ? null
                        : new Breach(severity, row.getString("agreement"), row.getBoolean("public_owed")));
    }

    Case in(State next) {
        return new Case(id, opened, about, next, version, assignee, due, proposal, breach);
    }

    Case assignedTo(Assignee next, Instant by) {
        return new Case(id, opened, about, state, version, next, by, proposal, breach);
    }

    Case proposed(Proposal next) {
        return new Case(id, opened, about, state, version, assignee, due, next, breach);
    }

    Case broken(Breach next) {
        return new Case(id, opened, about, state, version, assignee, due, proposal, next);
    }

    /** The same after one more act; a proposal is over when the case is not in a state of one. */
    Case next() {
        boolean isProposed = state == State.DISMISSAL_PROPOSED || state == State.BREACH_PROPOSED;
        return new Case(id, opened, about, state, version + 1, assignee, due, isProposed ? proposal : null, breach);
    }

    /** @param open how many things that follow from a breach are not done */
    Standing standing(int open) {
        return new Standing(
                state, assignee == null ? null : assignee.subject(), proposal == null ? null : proposal.by(), open);
    }

    /** With which it is changed by who knows the newest state of it. */
    String tag() {
        return "\"" + version + "\"";
    }

    private static @Nullable Proposal proposal(@Nullable String text, ObjectMapper json) {
        try {
            return text == null ? null : json.readValue(text, Proposal.class);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("A stored proposal cannot be read.", damaged);
        }
    }
}
