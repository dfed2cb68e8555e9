package org.entente.crisis.escalation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.entente.crisis.kept.Kept;
import org.jspecify.annotations.Nullable;

/**
 * An escalation as the home side sees it.
 *
 * @param level of the ladder, from 1
 * @param called the people of the levels reached so far
 * @param due when the clock makes its next move
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EscalationView(
        UUID id,
        State state,
        Matter matter,
        int level,
        String levelName,
        int levels,
        List<String> called,
        @Nullable String holder,
        @Nullable String asked,
        String openedBy,
        Instant openedAt,
        @Nullable Instant due,
        List<Escalation.Step> course) {

    static EscalationView of(Kept<Escalation> kept) {
        Escalation escalation = kept.document();
        int level = escalation.call().level();
        return new EscalationView(
                kept.id(),
                escalation.state(),
                escalation.matter(),
                level + 1,
                escalation.ladder().level(level).name(),
                escalation.ladder().levels().size(),
                escalation.ladder().upTo(level).map(Contact::person).distinct().toList(),
                escalation.holder(),
                escalation.asked(),
                escalation.openedBy(),
                escalation.openedAt(),
                escalation.due(),
                escalation.course());
    }
}
