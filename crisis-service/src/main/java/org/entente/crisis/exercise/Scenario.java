package org.entente.crisis.exercise;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The script of an exercise. Checked by {@link ScenarioCheck} on the way in.
 *
 * @param course that taking part attests; absent for none
 * @param validFor how long such an attestation is good
 * @param passMark the least score, 0 to 100, at which it is attested
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Scenario(
        @Schema(examples = "Northern lights") String name,
        @Schema(examples = "[\"XBB\"]") List<String> partners,
        @Schema(examples = "responsible-use") @Nullable String course,
        @Schema(examples = "P365D") @Nullable Duration validFor,
        @Schema(examples = "50") @Nullable Integer passMark,
        List<Inject> injects,
        List<Expected> reactions) {

    /** What can come about. */
    public enum Kind {
        /** An indicator has a value. */
        INDICATOR,
        /** A partner's person asks for synthetic content, which is decided on the copy of policy. */
        REQUEST,
        /** A partner is found to have broken its word: on the copy its posture falls by the severity. */
        BREACH,
        /** A partner is lost: on the copy it is suspended. */
        LOST_PARTNER,
        /** Something is said. */
        MESSAGE;

        @JsonValue
        public String wireName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * Something that comes about.
     *
     * @param at after the start
     * @param question of a request, as of AuthZEN Authorization API 1.0 section 6.1; its asset is synthetic
     * @param outcome what a request should come to
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Inject(
            String id,
            Duration at,
            Kind kind,
            @Nullable String text,
            @Nullable String indicator,
            @Nullable Integer value,
            @Nullable String partner,
            @Nullable String severity,
            @Nullable ObjectNode question,
            @Nullable Outcome outcome) {}

    /**
     * What a control should do.
     *
     * @param permitted how many portions; absent: any number
     * @param codes all of which are to be among the reasons; absent: none in particular
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Outcome(
            @Nullable Integer permitted, @Nullable List<String> codes) {}

    /**
     * What somebody is expected to do.
     *
     * @param after which inject
     * @param by whose nation
     * @param role that is needed for it
     * @param effect on the copy of policy; absent for none
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Expected(
            String id,
            String after,
            Duration within,
            @Schema(examples = "XAA") String by,
            @Schema(examples = "crisis-authority") String role,
            String text,
            @Nullable Effect effect) {}

    /** What a reaction changes on the copy: one of the two. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Effect(
            @Nullable Posture posture, @Nullable Opening opening) {}

    /** How far a partner is trusted from then on. */
    @RegisterForReflection
    public record Posture(String partner, String posture) {}

    /** What a plan, put in force on the copy, would open. */
    @RegisterForReflection
    public record Opening(
            List<String> partners, List<String> purposes, List<String> categories, Integer tier, String ceiling) {}

    int mark() {
        return passMark == null ? 0 : passMark;
    }
}
