package org.entente.catalog.release;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.entente.catalog.access.PartnerCode;
import org.entente.catalog.access.Subject;
import org.entente.http.Problem;
import org.entente.label.Clearance;
import org.entente.label.LabelException;
import org.jspecify.annotations.Nullable;

/**
 * Who is to have a copy.
 *
 * @param person stable identifier of the person, as the identity provider gives it
 * @param name by which the person goes
 * @param nationalities held or formerly held
 * @param clearances as in a token
 * @param vouchedBy the home officer who vouches for what is said here; absent where the person's own token says it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection
record Recipient(
        @Schema(examples = "XBB") @Nullable String partner,

        @Schema(examples = "5f0e6a1c-8c8b-4c55-9f1e-0f6a0d8f9f10") @Nullable String person,

        @Schema(examples = "xbb-analyst") @Nullable String name,
        @Nullable List<String> nationalities,
        @Schema(examples = "ALLIANCE:SECRET") @Nullable List<String> clearances,
        @Schema(readOnly = true) @Nullable String vouchedBy) {
    private static final int LONGEST = 200;
    private static final int MOST = 50;

    static Recipient of(Subject subject, String name) {
        Subject.Properties known = subject.properties();
        return new Recipient(known.partner(), subject.id(), name, known.nationalities(), null, null);
    }

    /** The recipient as an officer states it, complete and of the form of a token's claims. */
    Recipient stated(String officer, String home) {
        if (!PartnerCode.isOfAnother(partner, home)) {
            throw Problem.badRequest("/recipient/partner", "is not the code of a partner");
        }
        requireText(person, "/recipient/person");
        requireText(name, "/recipient/name");
        if (nationalities == null || nationalities.isEmpty() || nationalities.size() > MOST) {
            throw Problem.badRequest("/recipient/nationalities", "must have 1 to " + MOST + " entries");
        }
        for (int index = 0; index < nationalities.size(); index++) {
            if (!nationalities.get(index).matches("[A-Z]{3}")) {
                throw Problem.badRequest("/recipient/nationalities/" + index, "is not a nation of ISO 3166-1 alpha-3");
            }
        }
        requireClearances();
        if (vouchedBy != null) {
            throw Problem.badRequest("/recipient/vouchedBy", "is who asks, and cannot be stated");
        }
        return new Recipient(partner, person, name, nationalities, clearances, officer);
    }

    private void requireClearances() {
        if (clearances == null || clearances.size() > MOST) {
            throw Problem.badRequest("/recipient/clearances", "must have at most " + MOST + " entries");
        }
        for (int index = 0; index < clearances.size(); index++) {
            try {
                Clearance.parse(clearances.get(index));
            } catch (LabelException notAClearance) {
                throw Problem.badRequest(
                        "/recipient/clearances/" + index, "is not a clearance such as ALLIANCE:SECRET");
            }
        }
    }

    private static void requireText(@Nullable String text, String field) {
        if (text == null
                || text.isBlank()
                || text.length() > LONGEST
                || text.chars().anyMatch(Character::isISOControl)) {
            throw Problem.badRequest(field, "must have 1 to " + LONGEST + " characters of text");
        }
    }

    /** Whom access-service is asked about. */
    Subject subject() {
        return Subject.vouchedFor(text(person), text(partner), list(nationalities), list(clearances));
    }

    private static List<String> list(@Nullable List<String> list) {
        return list == null ? List.of() : list;
    }

    static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
