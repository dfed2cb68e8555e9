package org.entente.audit.examination;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;
import org.entente.http.Caller;
import org.entente.http.Role;
import org.jspecify.annotations.Nullable;

/**
 * An examination.
 *
 * @param isNow whether the examiner's time has begun and is not over, by the clock of the database
 * @param proposedBy {@code sub} of the auditor who proposed it
 * @param opinion what came of it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection
record Examination(
        UUID id,
        String title,
        State state,
        int version,
        Examiner examiner,
        Instant opens,
        Instant closes,
        @JsonIgnore boolean isNow,
        @JsonIgnore String proposedBy,
        @JsonIgnore @Nullable String invitedBy,
        Scope scope,
        Lot lot,
        @Nullable String opinion) {

    static final String COLUMNS = "id, title, state, version, subject, name, nation, opens, closes,"
            + " now() >= opens and now() < closes as is_now, proposed_by, invited_by, first_index, end_index, sample,"
            + " commitment, checkpoint, nonce, opinion";

    /** Who examines: by {@code sub} where that is known, else by name and nation. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @RegisterForReflection
    record Examiner(@Nullable String subject, String name, String nation) {

        boolean is(Caller caller) {
            boolean isNamed = subject == null
                    ? name.equals(caller.name()) && nation.equals(caller.nation())
                    : subject.equals(caller.subject()) && nation.equals(caller.nation());
            return isNamed && caller.has(Role.AUDITOR);
        }
    }

    /**
     * What is examined.
     *
     * @param end first index no more; absent until the checkpoint is fixed
     * @param sample how many decisions are drawn
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @RegisterForReflection
    record Scope(long first, @Nullable Long end, int sample) {}

    /** What the draw was made of, and from. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @RegisterForReflection
    record Lot(
            @Nullable String commitment,
            @Nullable String checkpoint,
            @Nullable String nonce) {}

    static Examination of(Row row) {
        return new Examination(
                row.getUUID("id"),
                row.getString("title"),
                State.of(row.getString("state")),
                row.getInteger("version"),
                new Examiner(row.getString("subject"), row.getString("name"), row.getString("nation")),
                row.getOffsetDateTime("opens").toInstant(),
                row.getOffsetDateTime("closes").toInstant(),
                row.getBoolean("is_now"),
                row.getString("proposed_by"),
                row.getString("invited_by"),
                new Scope(row.getLong("first_index"), row.getLong("end_index"), row.getInteger("sample")),
                new Lot(row.getString("commitment"), row.getString("checkpoint"), row.getString("nonce")),
                row.getString("opinion"));
    }

    /** As what the caller comes; nobody examines what they have arranged. */
    Mover mover(Caller caller) {
        String subject = caller.subject();
        boolean hasArranged = subject.equals(proposedBy) || subject.equals(invitedBy);
        boolean isInvited = state != State.PROPOSED && state != State.WITHDRAWN;
        if (examiner.is(caller) && isNow && isInvited && !hasArranged) {
            return new Mover(subject, Mover.Part.EXAMINER);
        }
        boolean isAuditor = caller.isHome() && caller.has(Role.AUDITOR) && !examiner.is(caller);
        return new Mover(subject, isAuditor ? Mover.Part.AUDITOR : Mover.Part.STRANGER);
    }

    Examination in(State next) {
        return new Examination(
                id, title, next, version, examiner, opens, closes, isNow, proposedBy, invitedBy, scope, lot, opinion);
    }

    Examination invitedBy(String subject) {
        return new Examination(
                id, title, state, version, examiner, opens, closes, isNow, proposedBy, subject, scope, lot, opinion);
    }

    Examination of(Scope what, Lot drawn) {
        return new Examination(
                id, title, state, version, examiner, opens, closes, isNow, proposedBy, invitedBy, what, drawn, opinion);
    }

    Examination judged(String text) {
        return new Examination(
                id, title, state, version, examiner, opens, closes, isNow, proposedBy, invitedBy, scope, lot, text);
    }

    String tag() {
        return "\"" + version + "\"";
    }
}
