package org.entente.catalog.taxii;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.entente.catalog.asset.MarkingChanges;
import org.entente.catalog.board.Exchange;
import org.entente.catalog.board.ExchangeProfiles;
import org.entente.catalog.discovery.Reaches;
import org.entente.catalog.discovery.Reaches.Reach;
import org.entente.catalog.shelf.Aliases;
import org.entente.catalog.shelf.Shelf;
import org.entente.catalog.shelf.ShelvedObject;
import org.entente.catalog.shelf.Shelving;
import org.entente.catalog.shelf.Within;
import org.entente.catalog.taxii.Page.Item;
import org.entente.http.Problem;

/** Fills pages of a collection: finds what is within reach, has it decided, and looks further where nothing came of it. */
@ApplicationScoped
class Pages {
    private static final int ATTEMPTS = 4;
    /** Pages looked through for one that is not empty. */
    private static final int ROUNDS = 5;

    private static final int OWN_AT_MOST = 1_000;

    private final Shelving shelving;
    private final Shelf shelf;
    private final Aliases aliases;
    private final Reaches reaches;
    private final Topics topics;
    private final Handover handover;
    private final ExchangeProfiles profiles;
    private final MarkingChanges changes;

    Pages(
            Shelving shelving,
            Shelf shelf,
            Aliases aliases,
            Reaches reaches,
            Topics topics,
            Handover handover,
            ExchangeProfiles profiles,
            MarkingChanges changes) {
        this.shelving = shelving;
        this.shelf = shelf;
        this.aliases = aliases;
        this.reaches = reaches;
        this.topics = topics;
        this.handover = handover;
        this.profiles = profiles;
        this.changes = changes;
    }

    /** Who wants what of which collection. */
    record Request(Reader reader, Topic topic, Filters filters) {}

    Uni<Page> fill(Request request) {
        return attempt(request, ATTEMPTS);
    }

    /** Whether there is such an object at all that the reader may have under that name, whatever else was asked for. */
    Uni<Boolean> holds(Request request, String id) {
        Filters any = new Filters(
                Instant.EPOCH, 1, List.of(id), List.of(), request.filters().versions(), true);
        return fill(new Request(request.reader(), request.topic(), any.allVersions()))
                .map(page -> !page.items().isEmpty());
    }

    /** What of a nation's own objects matches in the collection, whatever anybody may be handed. */
    Uni<List<ShelvedObject>> own(Request request) {
        return shelving.catchUp()
                .chain(reaches::ofHome)
                .chain(reach -> shelf.find(
                        request.filters()
                                .selection(
                                        topics.within(request.topic(), reach),
                                        Instant.EPOCH,
                                        Map.of(),
                                        Exchange.EVERYTHING),
                        OWN_AT_MOST))
                .map(found -> found.stream()
                        .filter(object -> object.tearline() == null
                                && object.originator()
                                        .equals(request.reader().root().nation()))
                        .toList());
    }

    private Uni<Reach> reach(Reader reader) {
        return reader.isHome() ? reaches.ofHome() : reaches.of(Objects.requireNonNull(reader.asking()));
    }

    private Uni<Page> attempt(Request request, int attempts) {
        if (attempts == 0) {
            throw Problem.unavailable("Policy changes faster than this can be handed over.");
        }
        return changes.epoch().chain(change -> shelving.catchUp()
                .chain(() -> reach(request.reader()))
                .chain(reach ->
                        attempt(request, reach, Page.start(request.filters().after(), change), attempts)));
    }

    private Uni<Page> attempt(Request request, Reach reach, Page start, int attempts) {
        return fill(request, reach, start, ROUNDS).chain(page -> {
            if (page.isPresent()) {
                return Uni.createFrom().item(page.get());
            }
            reaches.forget(Objects.requireNonNull(request.reader().asking()), reach);
            return attempt(request, attempts - 1);
        });
    }

    /** By the identifier of an original nobody finds what is one of ours behind its masks: that would tell what it is. */
    private static List<Item> wanted(Request request, List<Item> items) {
        return items.stream().filter(request.filters()::want).toList();
    }

    /** The names on the shelf of what is asked for by others. */
    private Uni<Map<String, String>> aliases(Request request) {
        return request.reader().isHome()
                ? Uni.createFrom().item(Map.of())
                : aliases.of(request.reader().root().nation(), request.filters().ids());
    }

    /** Decisions tell; where there were none, it has to be asked. */
    private Uni<Boolean> isCurrent(Reader reader, Reach reach, Page page) {
        return reader.asking() == null || !page.decisions().isEmpty()
                ? Uni.createFrom().item(true)
                : reaches.isCurrent(reader.asking(), reach);
    }

    private Uni<Optional<Page>> fill(Request request, Reach reach, Page before, int rounds) {
        int limit = request.filters().limit();
        Within within = topics.within(request.topic(), reach);
        return aliases(request).chain(aliases -> profiles.inForce(
                        request.reader().root().nation())
                .chain(exchange -> shelf.find(
                                request.filters().selection(within, before.last(), aliases, exchange), limit + 1)
                        .chain(found -> filled(request, reach, before, found, exchange)))
                .chain(page -> page.isPresent()
                                && page.get().items().isEmpty()
                                && page.get().more()
                                && rounds > 1
                        ? fill(request, reach, page.get(), rounds - 1)
                        : Uni.createFrom().item(page)));
    }

    private Uni<Optional<Page>> filled(
            Request request, Reach reach, Page before, List<ShelvedObject> found, Exchange exchange) {
        int limit = request.filters().limit();
        List<ShelvedObject> looked = found.subList(0, Math.min(limit, found.size()));
        if (looked.isEmpty()) {
            Page nothingMore = before.and(List.of(), List.of(), before.last(), false);
            return isCurrent(request.reader(), reach, before)
                    .map(isCurrent -> isCurrent ? Optional.of(nothingMore) : Optional.empty());
        }
        Instant upTo = looked.get(looked.size() - 1).added();
        return handover.hand(request.reader(), reach, looked, exchange)
                .map(handed -> handed.map(some ->
                        before.and(wanted(request, some.items()), some.decisions(), upTo, found.size() > limit)));
    }
}
