package org.entente.crisis.escalation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.entente.crisis.input.Field;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has to see to.
 *
 * @param ladder the name of the ladder
 * @param subject in a line
 * @param text more of it
 * @param urgency absent: routine
 * @param about identifier of what it is about, such as an activation or a review
 * @param exercise whether nothing of it is real
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Matter(
        @Schema(examples = "crisis-cell") String ladder,
        @Schema(examples = "Originators are to be told") String subject,
        @Nullable String text,
        @Nullable Urgency urgency,
        @Nullable String about,
        @Nullable Boolean exercise) {
    private static final int MAX_SUBJECT = 200;
    private static final int MAX_TEXT = 4_000;
    private static final int MAX_ABOUT = 200;

    /** Something urgent about something else of ours. */
    public static Matter urgent(String ladder, String subject, String about) {
        return new Matter(ladder, subject, null, Urgency.URGENT, about, null);
    }

    /** Something that can wait for the morning. */
    public static Matter routine(String ladder, String subject, String about) {
        return new Matter(ladder, subject, null, Urgency.ROUTINE, about, null);
    }

    static Matter checked(@Nullable Matter sent) {
        Matter matter = Field.present("", sent);
        Field.word("/ladder", matter.ladder());
        line("/subject", matter.subject(), MAX_SUBJECT);
        if (matter.text() != null) {
            Field.text("/text", matter.text(), MAX_TEXT);
        }
        if (matter.about() != null) {
            line("/about", matter.about(), MAX_ABOUT);
        }
        return matter;
    }

    /** A subject becomes a header of a mail, which has no second line. */
    private static void line(String pointer, @Nullable String text, int max) {
        Field.text(pointer, text, max);
        if (String.valueOf(text).contains("\n")) {
            throw Problem.badRequest(pointer, "must be one line");
        }
    }

    boolean waits() {
        return urgency != Urgency.URGENT;
    }

    boolean rehearsed() {
        return Boolean.TRUE.equals(exercise);
    }

    /** As it is shown to whoever is called. */
    public String headline() {
        return rehearsed() ? "EXERCISE EXERCISE EXERCISE: " + subject : subject;
    }
}
