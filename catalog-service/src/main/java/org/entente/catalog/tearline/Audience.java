package org.entente.catalog.tearline;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.entente.catalog.access.Asking;
import org.entente.catalog.access.PartnerCode;
import org.entente.catalog.access.Subject;
import org.entente.http.Problem;
import org.entente.label.Clearance;
import org.entente.label.LabelException;
import org.jspecify.annotations.Nullable;

/**
 * For whom a tearline is.
 *
 * @param partner whose people
 * @param purpose what they would ask for
 * @param clearances that they hold, each {@code POLICY:LEVEL[:COMPARTMENT…]}
 * @param nationalities held or formerly held; absent means the partner's own
 * @param assurance how they would log in; absent means by a hardware token, so that only what is about content blocks
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection
public record Audience(
        @Schema(examples = "XBB", required = true) @Nullable String partner,

        @Schema(examples = "cyber-defence", required = true) @Nullable String purpose,

        @Schema(examples = "[\"ALLIANCE:SECRET\"]") @Nullable List<@Nullable String> clearances,

        @Nullable List<@Nullable String> nationalities,
        @Schema(examples = "hardware") @Nullable String assurance) {
    private static final int MOST = 50;
    private static final int LONGEST_PURPOSE = 64;
    private static final List<String> ASSURANCES = List.of("password", "otp", "hardware");

    /** Whether somebody of it would see something is asked in these words.
     * @throws Problem 400 naming what is missing or means nothing
     */
    public Asking asking() {
        if (partner == null || !PartnerCode.isOne(partner)) {
            throw Problem.badRequest("/audience/partner", "must be the code of a partner");
        }
        if (purpose == null || purpose.isBlank() || purpose.length() > LONGEST_PURPOSE) {
            throw Problem.badRequest("/audience/purpose", "must name the purpose");
        }
        String login = Objects.requireNonNullElse(assurance, "hardware");
        if (!ASSURANCES.contains(login)) {
            throw Problem.badRequest("/audience/assurance", "must be password, otp or hardware");
        }
        Subject subject = Subject.supposed(new Subject.Properties(
                partner, held(PartnerCode.nationOf(partner)), cleared(), login, null, null, null, null, null, null));
        return new Asking(subject, purpose, "/audience/purpose");
    }

    private List<String> held(String own) {
        List<@Nullable String> stated = Objects.requireNonNullElse(nationalities, List.of(own));
        List<String> held = new ArrayList<>();
        for (String nation : stated) {
            if (nation == null || !nation.matches("[A-Z]{3}") || held.size() >= MOST) {
                throw Problem.badRequest("/audience/nationalities", "must be at most " + MOST + " codes of nations");
            }
            held.add(nation);
        }
        return held;
    }

    private List<Clearance> cleared() {
        List<@Nullable String> stated = Objects.requireNonNullElse(clearances, List.of());
        List<Clearance> cleared = new ArrayList<>();
        for (String claim : stated) {
            try {
                cleared.add(Clearance.parse(claim == null || cleared.size() >= MOST ? "" : claim));
            } catch (LabelException fault) {
                throw Problem.badRequest("/audience/clearances/" + cleared.size(), fault.detail());
            }
        }
        return cleared;
    }
}
