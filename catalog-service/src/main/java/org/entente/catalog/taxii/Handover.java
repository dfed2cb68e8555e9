package org.entente.catalog.taxii;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.catalog.access.Decision;
import org.entente.catalog.asset.ListedAsset;
import org.entente.catalog.asset.StoredAsset;
import org.entente.catalog.asset.StoredAssets;
import org.entente.catalog.board.Exchange;
import org.entente.catalog.content.IntegrityAlarm;
import org.entente.catalog.content.IntegrityException;
import org.entente.catalog.content.InternedLabel;
import org.entente.catalog.content.OffEventLoop;
import org.entente.catalog.discovery.Reaches.Reach;
import org.entente.catalog.marking.MarkingPolicyStore;
import org.entente.catalog.masking.Serving;
import org.entente.catalog.masking.Servings;
import org.entente.catalog.shelf.Shelf;
import org.entente.catalog.shelf.ShelvedObject;
import org.entente.catalog.shelf.ShelvedPortion;
import org.entente.catalog.taxii.Instead.Known;
import org.entente.catalog.taxii.Page.Item;
import org.entente.catalog.taxii.SanitisedCopies.Basis;
import org.entente.catalog.tearline.StoredTearline;
import org.jspecify.annotations.Nullable;

/** Copies what of some objects may be handed over, as is decided asset by asset. */
@ApplicationScoped
class Handover {
    private final Shelf shelf;
    private final StoredAssets assets;
    private final Deciding deciding;
    private final Instead instead;
    private final Copies copies;
    private final SanitisedCopies sanitised;
    private final Servings servings;
    private final MarkingPolicyStore policies;
    private final IntegrityAlarm alarm;
    private final ObjectMapper json;

    Handover(
            Shelf shelf,
            StoredAssets assets,
            Deciding deciding,
            Instead instead,
            Copies copies,
            SanitisedCopies sanitised,
            Servings servings,
            MarkingPolicyStore policies,
            IntegrityAlarm alarm,
            ObjectMapper json) {
        this.shelf = shelf;
        this.assets = assets;
        this.deciding = deciding;
        this.instead = instead;
        this.copies = copies;
        this.sanitised = sanitised;
        this.servings = servings;
        this.policies = policies;
        this.alarm = alarm;
        this.json = json;
    }

    /** What of some objects goes, on which decisions. */
    record Handed(List<Item> items, List<String> decisions) {}

    /** Copies of what may go; empty where policy is not any more the one that the objects were found on. */
    Uni<Optional<Handed>> hand(Reader reader, Reach reach, List<ShelvedObject> objects, Exchange exchange) {
        List<ShelvedObject> original =
                objects.stream().filter(object -> object.tearline() == null).toList();
        return shelf.portions(original).map(Handover::intact).chain(portions -> instead.of(
                        reader.isHome() ? List.of() : objects)
                .chain(known -> deciding.decide(reader, portions, known)
                        .chain(decided -> decided.byAsset().values().stream()
                                        .allMatch(decision ->
                                                reach.isOfEpoch(decision.epoch().asLong(-1)))
                                ? copy(new Asked(reader, reach, exchange, objects), portions, known, decided)
                                        .map(Optional::of)
                                : Uni.createFrom().item(Optional.empty()))));
    }

    /** Who asks for what, from how far. */
    private record Asked(Reader reader, Reach reach, Exchange exchange, List<ShelvedObject> objects) {}

    /** A label that is not what was stored permits nobody anything. */
    private static List<ShelvedPortion> intact(List<ShelvedPortion> portions) {
        return portions.stream().filter(portion -> isIntact(portion.label())).toList();
    }

    static boolean isIntact(InternedLabel label) {
        try {
            label.requireIntact();
            return true;
        } catch (IntegrityException changed) {
            return false;
        }
    }

    private Uni<Handed> copy(Asked asked, List<ShelvedPortion> portions, Known known, Decided decided) {
        List<ShelvedPortion> permitted =
                portions.stream().filter(decided::permits).toList();
        List<UUID> ids = Stream.concat(
                        permitted.stream().map(portion -> portion.object().asset()),
                        known.tearlines().stream().map(StoredTearline::asset))
                .distinct()
                .toList();
        if (ids.isEmpty()) {
            return Uni.createFrom().item(new Handed(List.of(), decided.ids()));
        }
        return assets.listed(ids).chain(listed -> rules(asked, decided)
                .map(rules -> new Screen(rules, byId(listed)))
                .chain(screen -> OffEventLoop.run(() -> copies.open(current(permitted, listed), byId(listed), screen)
                                .and(sanitised.open(asked.objects(), new Basis(known, decided, screen))))
                        .call(opened -> report(opened.broken()))
                        .chain(opened -> shelf.neighbours(ids, opened.references())
                                .map(neighbours -> Copies.withoutHidden(
                                        opened, asked.objects(), neighbours, asked.reach(), screen))))
                .map(Handover::once)
                .map(items -> new Handed(marked(asked.reader(), items, decided), decided.ids())));
    }

    /** What several tearlines say alike, such as who we are, is said once. */
    private static List<Item> once(List<Item> items) {
        Set<ObjectNode> said = new HashSet<>();
        return items.stream()
                .filter(item -> item.place().tearline() == null
                        || said.add(item.content().deepCopy()))
                .toList();
    }

    private Uni<Screen.Rules> rules(Asked asked, Decided decided) {
        String partner = asked.reader().partner();
        Uni<Optional<Function<Instant, Serving>>> masks = partner == null
                ? Uni.createFrom().item(Optional.empty())
                : servings.to(partner).map(Optional::of);
        return masks.chain(to -> policies.labels()
                .map(vocabulary -> new Screen.Rules(to, vocabulary, decided.duties(), asked.exchange(), json)));
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
