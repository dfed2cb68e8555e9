package org.entente.access.houserule;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.entente.access.vocabulary.Document;
import org.entente.events.Event;
import org.jspecify.annotations.Nullable;

/**
 * What is told of a version of house rules; the inventory itself stays here.
 *
 * @param sha256 of the document as it is kept
 * @param reason of a withdrawal
 */
@RegisterForReflection
record Announcement(
        String name,
        int version,
        List<String> resourceTypes,
        List<HouseRules.Rule> rules,
        String sha256,
        @Nullable String reason) {

    static Announcement of(HouseRuleSet set, @Nullable String reason) {
        HouseRules rules = set.rules();
        return new Announcement(
                set.name, set.version, rules.resourceTypes(), rules.rules(), Document.sha256(rules), reason);
    }

    Event event(String type, String actor) {
        return Event.of(type, name, null, actor, Document.tree(this));
    }
}
