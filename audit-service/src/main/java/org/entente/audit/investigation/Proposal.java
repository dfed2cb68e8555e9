package org.entente.audit.investigation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one auditor proposes and another has to confirm.
 *
 * @param by {@code sub} of the first
 * @param name of the first
 * @param severity of a breach
 * @param agreement that was broken, if one was
 * @param owed further parties that are owed a notification
 * @param statement whether the public is owed a statement
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection
record Proposal(
        String by,
        String name,
        String reason,
        @Nullable Severity severity,
        @Nullable String agreement,
        List<String> owed,
        boolean statement) {

    static Proposal dismissal(Person by, String reason) {
        return new Proposal(by.subject(), by.name(), reason, null, null, List.of(), false);
    }
}
