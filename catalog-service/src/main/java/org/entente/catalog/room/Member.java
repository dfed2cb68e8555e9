package org.entente.catalog.room;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.entente.catalog.access.PartnerCode;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A person of a partner who may come in.
 *
 * @param person stable identifier, as the identity provider gives it
 * @param name by which the person goes, for people to read
 */
@RegisterForReflection
record Member(
        @Schema(examples = "XBB") @Nullable String partner,

        @Schema(examples = "5f0e6a1c-8c8b-4c55-9f1e-0f6a0d8f9f10") @Nullable String person,

        @Schema(examples = "xbb-analyst") @Nullable String name) {
    private static final int LONGEST = 200;

    void require(String pointer, String home) {
        if (!PartnerCode.isOfAnother(partner, home)) {
            throw Problem.badRequest(pointer + "/partner", "is not the code of a partner");
        }
        if (person == null || person.isBlank() || person.length() > LONGEST) {
            throw Problem.badRequest(pointer + "/person", "must have 1 to " + LONGEST + " characters");
        }
        if (name == null || name.isBlank() || name.length() > LONGEST) {
            throw Problem.badRequest(pointer + "/name", "must have 1 to " + LONGEST + " characters");
        }
    }

    boolean is(Visit visit) {
        return visit.partner().equals(partner) && visit.person().equals(person);
    }
}
