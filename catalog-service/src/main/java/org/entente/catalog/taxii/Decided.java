package org.entente.catalog.taxii;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.entente.catalog.access.Decision;
import org.entente.catalog.shelf.ShelvedPortion;

/** What is decided on, by asset; nothing for the home side, for which everything goes that assets say themselves. */
record Decided(Map<UUID, Decision> byAsset, Map<UUID, Duties> duties, boolean isHome) {
    static final Decided NOTHING = new Decided(Map.of(), Map.of(), false);
    static final Decided AT_HOME = new Decided(Map.of(), Map.of(), true);

    boolean permits(ShelvedPortion portion) {
        return isHome || permits(portion.object().asset(), portion.id());
    }

    private boolean permits(UUID asset, String portion) {
        Decision decision = byAsset.get(asset);
        return decision != null && decision.portions().contains(portion) && mayGo(asset, portion);
    }

    /** Whether every one of these portions goes. */
    boolean permitsAll(UUID asset, List<String> portions) {
        return portions.stream().allMatch(portion -> permits(asset, portion));
    }

    /** Whether what the tearline says goes in place of what does not. */
    boolean permitsTearline(UUID asset, UUID tearline) {
        Decision decision = byAsset.get(asset);
        String id = tearline.toString();
        return decision != null && id.equals(decision.tearline()) && mayGo(asset, id);
    }

    /** Whether nothing that the decision obliges to stands against it. */
    private boolean mayGo(UUID asset, String id) {
        Duties obliged = duties.get(asset);
        return obliged != null && !obliged.forbids() && !obliged.withheld().contains(id);
    }

    List<String> ids() {
        return byAsset.values().stream().map(Decision::decisionId).toList();
    }
}
