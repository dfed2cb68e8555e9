package org.entente.catalog.taxii;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.entente.catalog.access.AccessService;
import org.entente.catalog.access.AccessService.Lot;
import org.entente.catalog.access.AccessService.Marked;
import org.entente.catalog.access.Decision;
import org.entente.catalog.access.Portion;
import org.entente.catalog.asset.ListedAsset;
import org.entente.catalog.asset.StoredAsset;
import org.entente.catalog.asset.StoredAssets;
import org.entente.catalog.content.IntegrityAlarm;
import org.entente.catalog.content.IntegrityException;
import org.entente.catalog.content.OffEventLoop;
import org.entente.catalog.discovery.Reaches.Reach;
import org.entente.catalog.marking.MarkingPolicyStore;
import org.entente.catalog.masking.Serving;
import org.entente.catalog.masking.Servings;
import org.entente.catalog.shelf.Shelf;
import org.entente.catalog.shelf.ShelvedObject;
import org.entente.catalog.shelf.ShelvedPortion;
import org.entente.catalog.taxii.Page.Item;
import org.jspecify.annotations.Nullable;

/** Decides asset by asset which portions of some objects may be handed over, and copies those. */
@ApplicationScoped
class Handover {
    private final Shelf shelf;
    private final StoredAssets assets;
    private final AccessService access;
    private final Copies copies;
    private final Servings servings;
    private final MarkingPolicyStore policies;
    private final IntegrityAlarm alarm;
    private final ObjectMapper json;

    Handover(
            Shelf shelf,
            StoredAssets assets,
            AccessService access,
            Copies copies,
            Servings servings,
            MarkingPolicyStore policies,
            IntegrityAlarm alarm,
            ObjectMapper json) {
        this.shelf = shelf;
        this.assets = assets;
        this.access = access;
        this.copies = copies;
        this.servings = servings;
        this.policies = policies;
        this.alarm = alarm;
        this.json = json;
    }

    /** What of some objects goes, on which decisions. */
    record Handed(List<Item> items, List<String> decisions) {}

    /** The decisions by asset; none for the home side, for which everything goes. */
    private record Decided(Map<UUID, Decision> byAsset, Map<UUID, Duties> duties, boolean isHome) {
        boolean permits(ShelvedPortion portion) {
            if (isHome) {
                return true;
            }
            Decision decision = byAsset.get(portion.object().asset());
            if (decision == null || !decision.portions().contains(portion.id())) {
                return false;
            }
            Duties obliged = duties.get(portion.object().asset());
            return obliged != null && !obliged.forbids() && !obliged.withheld().contains(portion.id());
        }

        List<String> ids() {
            return byAsset.values().stream().map(Decision::decisionId).toList();
        }
    }

    /** Copies of what may go; empty where policy is not any more the one that the objects were found on. */
    Uni<Optional<Handed>> hand(Reader reader, Reach reach, List<ShelvedObject> objects) {
        return shelf.portions(objects).map(Handover::intact).chain(portions -> decide(reader, portions)
                .chain(decided -> decided.byAsset().values().stream()
                                .allMatch(decision ->
                                        reach.isOfEpoch(decision.epoch().asLong(-1)))
                        ? copy(reader, reach, portions, decided).map(Optional::of)
                        : Uni.createFrom().item(Optional.empty())));
    }

    /** A label that is not what was stored permits nobody anything. */
    private static List<ShelvedPortion> intact(List<ShelvedPortion> portions) {
        return portions.stream().filter(Handover::isIntact).toList();
    }

    private static boolean isIntact(ShelvedPortion portion) {
        try {
            portion.label().requireIntact();
            return true;
        } catch (IntegrityException changed) {
            return false;
        }
    }

    private Uni<Decided> decide(Reader reader, List<ShelvedPortion> portions) {
        Map<UUID, List<ShelvedPortion>> byAsset = portions.stream()
                .collect(Collectors.groupingBy(
                        portion -> portion.object().asset(), LinkedHashMap::new, Collectors.toList()));
        if (reader.asking() == null || byAsset.isEmpty()) {
            return Uni.createFrom().item(new Decided(Map.of(), Map.of(), reader.isHome()));
        }
        List<UUID> ids = List.copyOf(byAsset.keySet());
        List<Lot> lots = byAsset.entrySet().stream()
                .map(asset -> lot(asset.getKey(), asset.getValue()))
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

    private Lot lot(UUID asset, List<ShelvedPortion> portions) {
        Map<String, JsonNode> labels = new HashMap<>();
        List<Portion> asked = new ArrayList<>();
        for (ShelvedPortion portion : portions) {
            labels.computeIfAbsent(portion.label().id(), id -> portion.label().json(json));
            asked.add(new Portion(portion.id(), portion.label().id()));
        }
        String originator = portions.get(0).object().originator();
        return new Lot(new Marked(asset.toString(), originator, labels), asked);
    }

    private Uni<Handed> copy(Reader reader, Reach reach, List<ShelvedPortion> portions, Decided decided) {
        List<ShelvedPortion> permitted =
                portions.stream().filter(decided::permits).toList();
        List<UUID> ids = permitted.stream()
                .map(portion -> portion.object().asset())
                .distinct()
                .toList();
        if (ids.isEmpty()) {
            return Uni.createFrom().item(new Handed(List.of(), decided.ids()));
        }
        List<ShelvedObject> looked =
                portions.stream().map(ShelvedPortion::object).distinct().toList();
        return assets.listed(ids).chain(listed -> rules(reader, decided)
                .map(rules -> new Screen(rules, byId(listed)))
                .chain(screen -> OffEventLoop.run(() -> copies.open(current(permitted, listed), byId(listed), screen))
                        .call(opened -> report(opened.broken()))
                        .chain(opened -> shelf.neighbours(ids, opened.references())
                                .map(neighbours -> Copies.withoutHidden(opened, looked, neighbours, reach, screen))))
                .map(items -> new Handed(marked(reader, items, decided), decided.ids())));
    }

    private Uni<Screen.Rules> rules(Reader reader, Decided decided) {
        String partner = reader.partner();
        Uni<Optional<Function<Instant, Serving>>> masks = partner == null
                ? Uni.createFrom().item(Optional.empty())
                : servings.to(partner).map(Optional::of);
        return masks.chain(
                to -> policies.labels().map(vocabulary -> new Screen.Rules(to, vocabulary, decided.duties(), json)));
    }

    /** What was superseded meanwhile may have been labelled otherwise: it does not go. */
    private static List<ShelvedPortion> current(List<ShelvedPortion> portions, List<ListedAsset> listed) {
        Map<UUID, StoredAsset> byId = byId(listed);
        return portions.stream()
                .filter(portion -> {
                    @Nullable StoredAsset asset = byId.get(portion.object().asset());
                    return asset != null && asset.version() == portion.object().assetVersion();
                })
                .toList();
    }

    private static Map<UUID, StoredAsset> byId(List<ListedAsset> listed) {
        return listed.stream().map(ListedAsset::asset).collect(Collectors.toMap(StoredAsset::id, asset -> asset));
    }

    private static List<Item> marked(Reader reader, List<Item> items, Decided decided) {
        items.forEach(item -> {
            Decision decision = decided.byAsset().get(item.place().asset());
            Duties duties = decided.duties().get(item.place().asset());
            if (decision != null && duties != null) {
                duties.mark(item.content(), reader.root().nation(), decision);
            }
        });
        return items;
    }

    private Uni<Void> report(Map<UUID, IntegrityException> broken) {
        Uni<Void> reported = Uni.createFrom().voidItem();
        for (Map.Entry<UUID, IntegrityException> one : broken.entrySet()) {
            reported = reported.call(
                    () -> alarm.sift(one.getKey(), Uni.createFrom().failure(one.getValue())));
        }
        return reported;
    }
}
