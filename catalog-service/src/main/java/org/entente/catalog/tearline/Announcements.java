package org.entente.catalog.tearline;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import org.entente.events.Event;
import org.jspecify.annotations.Nullable;

/** What the home side and the log are told of a tearline. */
@ApplicationScoped
class Announcements {
    private final ObjectMapper json;

    Announcements(ObjectMapper json) {
        this.json = json;
    }

    TearlineView view(StoredTearline tearline, @Nullable TearlineContent content) {
        return new TearlineView(
                tearline.id(),
                tearline.asset(),
                tearline.version(),
                tearline.history().state(),
                tearline.label().requireIntact().json(json),
                tearline.sources(),
                tearline.sha256(),
                tearline.drafted(),
                tearline.history().acts(),
                content);
    }

    /** For the log of the home side: a partner learns of a tearline by being shown it. */
    Event of(String type, StoredTearline tearline, String actor, @Nullable String reason) {
        ObjectNode data = json.createObjectNode()
                .put("tearline", tearline.id().toString())
                .put("version", tearline.version())
                .put("portions", tearline.sources().size())
                .put("sha256", tearline.sha256());
        data.set("state", json.valueToTree(tearline.history().state()));
        data.set("label", tearline.label().json(json));
        if (reason != null) {
            data.put("reason", reason);
        }
        return Event.of(type, tearline.asset().toString(), null, actor, data);
    }
}
