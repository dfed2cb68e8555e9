package org.entente.catalog.taxii;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.entente.catalog.access.AccessService;
import org.entente.catalog.access.Decision;
import org.entente.catalog.access.Lot;
import org.entente.catalog.access.Marked;
import org.entente.catalog.access.Portion;
import org.entente.catalog.content.InternedLabel;
import org.entente.catalog.shelf.ShelvedPortion;
import org.entente.catalog.taxii.Instead.Known;
import org.entente.catalog.tearline.StoredTearline;

/** Asks access-service asset by asset what of some portions, and of what tearlines say in place of any, may be handed over. */
@ApplicationScoped
class Deciding {
    private final AccessService access;
    private final ObjectMapper json;

    Deciding(AccessService access, ObjectMapper json) {
        this.access = access;
        this.json = json;
    }

    /** What is asked about an asset. */
    private static final class Draft {
        private final String originator;
        private final Map<String, JsonNode> labels = new HashMap<>();
        private final Map<String, Portion> portions = new LinkedHashMap<>();
        private final List<Portion> tearlines = new ArrayList<>();

        Draft(String originator) {
            this.originator = originator;
        }

        Portion portion(String id, InternedLabel label, ObjectMapper json) {
            labels.computeIfAbsent(label.id(), absent -> label.json(json));
            return new Portion(id, label.id());
        }

        Lot lot(UUID asset) {
            return new Lot(new Marked(asset.toString(), originator, labels), List.copyOf(portions.values()), tearlines);
        }
    }

    /** The decisions, each on record. */
    Uni<Decided> decide(Reader reader, List<ShelvedPortion> portions, Known known) {
        if (reader.asking() == null) {
            return Uni.createFrom().item(Decided.AT_HOME);
        }
        Map<UUID, Draft> drafts = drafts(portions, known);
        if (drafts.isEmpty()) {
            return Uni.createFrom().item(Decided.NOTHING);
        }
        List<UUID> ids = List.copyOf(drafts.keySet());
        List<Lot> lots = drafts.entrySet().stream()
                .map(draft -> draft.getValue().lot(draft.getKey()))
                .toList();
        return access.release(reader.asking(), lots).map(decisions -> {
            Map<UUID, Decision> decided = new LinkedHashMap<>();
            Map<UUID, Duties> duties = new HashMap<>();
            for (int index = 0; index < ids.size(); index++) {
                decided.put(ids.get(index), decisions.get(index));
                duties.put(ids.get(index), Duties.of(decisions.get(index).obligations(), json));
            }
            return new Decided(decided, duties, false);
        });
    }

    private Map<UUID, Draft> drafts(List<ShelvedPortion> portions, Known known) {
        Map<UUID, Draft> drafts = new LinkedHashMap<>();
        for (ShelvedPortion portion : portions) {
            Draft draft = drafts.computeIfAbsent(
                    portion.object().asset(), id -> new Draft(portion.object().originator()));
            draft.portions.put(portion.id(), draft.portion(portion.id(), portion.label(), json));
        }
        for (StoredTearline tearline : known.tearlines()) {
            Draft draft = drafts.computeIfAbsent(
                    tearline.asset(), id -> new Draft(known.asset(id).originator()));
            draft.tearlines.add(draft.portion(tearline.id().toString(), tearline.label(), json));
            known.sources(tearline)
                    .forEach((id, label) ->
                            draft.portions.computeIfAbsent(id, absent -> draft.portion(id, label, json)));
        }
        return drafts;
    }
}
