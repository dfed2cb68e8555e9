package org.entente.audit.investigation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A case with all that belongs to it, the entries of the log aside. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@RegisterForReflection
record CaseView(
        Line line,
        List<Anomaly> anomalies,
        @Nullable Proposal proposal,
        @Nullable Breach breach,
        List<Remedy> remedies,
        List<Sanction> sanctions,
        List<Notification> notifications,
        @Nullable Statement statement,
        List<Done> acts,
        long evidence) {

    /**
     * A case in a list.
     *
     * @param overdue whether it is not decided although it is due
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @RegisterForReflection
    record Line(
            UUID id,
            String title,
            State state,
            int version,
            Instant opened,
            Instant due,
            boolean overdue,
            @Nullable String partner,
            @Nullable String person,
            @Nullable String unit,
            @Nullable String assignee,
            @Nullable String assigneeName,
            boolean exercise) {

        static Line of(Case about, Instant now) {
            Case.Assignee assignee = about.assignee();
            boolean isOpen = !about.state().isOver() && about.state() != State.BREACH;
            return new Line(
                    about.id(),
                    about.about().title(),
                    about.state(),
                    about.version(),
                    about.opened(),
                    about.due(),
                    isOpen && now.isAfter(about.due()),
                    about.about().partner(),
                    about.about().person(),
                    about.about().unit(),
                    assignee == null ? null : assignee.subject(),
                    assignee == null ? null : assignee.name(),
                    about.about().exercise());
        }
    }

    @RegisterForReflection
    record Anomaly(UUID id, String kind) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @RegisterForReflection
    record Breach(String severity, @Nullable String agreement, boolean publicOwed) {}

    /** Something to be put right; overdue if it is not done although it is due. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @RegisterForReflection
    record Remedy(
            UUID id,
            String what,
            String owner,
            Instant due,
            boolean overdue,
            @Nullable Instant done,
            @Nullable String doneBy,
            @Nullable String outcome) {}

    /** What access-service did; {@code index} is that of the entry which says so. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @RegisterForReflection
    record Sanction(
            long index,
            @Nullable String agreement,
            @Nullable String partner,
            String step,
            @Nullable String until,
            Instant at) {}

    /** Who is owed to be told. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @RegisterForReflection
    record Notification(
            UUID id,
            String party,
            Instant due,
            boolean overdue,
            @Nullable String text,
            @Nullable Instant sent,
            @Nullable Instant acknowledged,
            @Nullable String acknowledgedBy) {}

    /** What the public is to be told. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @RegisterForReflection
    record Statement(
            String text,
            String draftedBy,
            Instant drafted,
            @Nullable Instant published) {}

    /** An act. */
    @RegisterForReflection
    record Done(
            int version,
            Instant at,
            String by,
            String move,

            @JsonRawValue @Schema(type = SchemaType.OBJECT, implementation = Object.class)
            String detail) {}
}
