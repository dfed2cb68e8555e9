package org.entente.catalog.discovery;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.entente.catalog.asset.ListedAsset;
import org.entente.catalog.asset.Matches;
import org.entente.catalog.asset.Matches.Wanted;
import org.entente.catalog.content.KeyProvider;
import org.entente.catalog.content.OffEventLoop;
import org.entente.catalog.discovery.Finding.Found;
import org.entente.catalog.search.SearchKey;
import org.entente.http.Problem;

/**
 * Looks for words under the labels that a reader may see, and nowhere else, so that nothing else shows: not in what is found,
 * not in its numbers, not in how long it takes.
 */
@ApplicationScoped
class Search {
    /** What is counted of one search, and decided on at a time. */
    private static final int MOST = 100;

    private static final int ROUNDS = 50;

    private final Matches matches;
    private final Excerpts excerpts;
    private final KeyProvider keys;

    Search(Matches matches, Excerpts excerpts, KeyProvider keys) {
        this.matches = matches;
        this.excerpts = excerpts;
        this.keys = keys;
    }

    /** What was found of one round, and whether there may be more. */
    private record Round(List<Found> found, boolean isMore) {}

    /** The page that was asked for. */
    Uni<SearchPage> find(Finding finding) {
        return OffEventLoop.run(() -> finding.wanted(new SearchKey(keys)))
                .chain(wanted -> round(finding, wanted, finding.request().page().after(), ROUNDS))
                .chain(round -> page(finding, round));
    }

    /** Goes on where all of a round turned out not to be for this reader; the first that has something is shown. */
    private Uni<Round> round(Finding finding, List<Wanted> wanted, Cursor after, int rounds) {
        if (rounds == 0) {
            throw Problem.unavailable("This search takes too long.");
        }
        int words = finding.request().words().size();
        return matches.page(after.registered(), after.id(), wanted, words, MOST + 1)
                .chain(listed -> {
                    boolean isMore = listed.size() > MOST;
                    List<ListedAsset> candidates = isMore ? listed.subList(0, MOST) : listed;
                    return confirmed(finding, candidates, wanted)
                            .chain(found -> found.isEmpty() && isMore
                                    ? round(finding, wanted, place(candidates.get(candidates.size() - 1)), rounds - 1)
                                    : Uni.createFrom().item(new Round(found, isMore)));
                });
    }

    private Uni<List<Found>> confirmed(Finding finding, List<ListedAsset> candidates, List<Wanted> wanted) {
        if (candidates.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        List<UUID> ids = candidates.stream().map(listed -> listed.asset().id()).toList();
        return matches.of(ids, wanted).chain(byAsset -> {
            List<Found> found = candidates.stream()
                    .map(listed -> new Found(
                            listed, false, byAsset.getOrDefault(listed.asset().id(), List.of())))
                    .toList();
            return finding.allowed().apply(found).map(allowed -> left(finding, found, allowed));
        });
    }

    private static List<Found> left(Finding finding, List<Found> found, List<Set<String>> allowed) {
        List<Found> left = new ArrayList<>();
        for (int index = 0; index < found.size(); index++) {
            Found under = found.get(index).under(allowed.get(index));
            if (under.has(finding.request().words().size())) {
                left.add(under);
            }
        }
        return left;
    }

    private Uni<SearchPage> page(Finding finding, Round round) {
        int limit = finding.request().page().limit();
        List<Found> shown =
                round.found().subList(0, Math.min(limit, round.found().size()));
        boolean hasNext = !shown.isEmpty()
                && (round.isMore() || shown.size() < round.found().size());
        String next = hasNext
                ? finding.request()
                        .page()
                        .next(place(shown.get(shown.size() - 1).listed()))
                : null;
        SearchPage.Facets facets =
                SearchPage.Facets.of(round.found().stream().map(Found::listed).toList());
        return excerpts.of(shown, finding)
                .map(results -> results.stream().flatMap(Optional::stream).toList())
                .map(results -> new SearchPage(results, round.found().size(), round.isMore(), facets, next, null));
    }

    private static Cursor place(ListedAsset listed) {
        return new Cursor(listed.asset().registered(), listed.asset().id());
    }
}
