package org.entente.catalog.discovery;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.entente.catalog.asset.ListedAsset;
import org.entente.catalog.asset.Matches;
import org.entente.catalog.asset.Matches.Range;
import org.entente.catalog.asset.Matches.Wanted;
import org.entente.catalog.asset.StoredAsset;
import org.entente.catalog.content.KeyProvider;
import org.entente.catalog.content.OffEventLoop;
import org.entente.catalog.discovery.Finding.Found;
import org.entente.catalog.discovery.SearchPage.Result;
import org.entente.catalog.search.SearchKey;
import org.entente.http.Problem;

/**
 * Looks for words under the labels that a reader may see, and nowhere else, and counts only what shows them as it would be
 * served, so that nothing else shows: not in what is found, not in its numbers.
 */
@ApplicationScoped
class Search {
    /** What is counted of one search. */
    private static final int MOST = 100;

    private static final int AT_A_TIME = MOST + 1;

    private static final int ROUNDS = 50;

    private final Matches matches;
    private final Excerpts excerpts;
    private final KeyProvider keys;

    Search(Matches matches, Excerpts excerpts, KeyProvider keys) {
        this.matches = matches;
        this.excerpts = excerpts;
        this.keys = keys;
    }

    /** The page that was asked for. */
    Uni<SearchPage> find(Finding finding) {
        return OffEventLoop.run(() -> finding.wanted(new SearchKey(keys)))
                .chain(wanted -> round(finding, wanted, finding.request().page().after(), List.of(), ROUNDS))
                .map(results -> page(finding, results));
    }

    /**
     * Goes on until one more is found than is counted, or there is nothing left: what the index has and the reader is not
     * shown must not decide where counting stops.
     */
    private Uni<List<Result>> round(
            Finding finding, List<Wanted> wanted, Cursor after, List<Result> before, int rounds) {
        if (rounds == 0) {
            throw Problem.unavailable("This search takes too long.");
        }
        int words = finding.request().words().size();
        return matches.page(
                        new Range(after.registered(), after.id(), words, AT_A_TIME),
                        wanted,
                        finding.named().keySet())
                .chain(candidates -> confirmed(finding, candidates, wanted)
                        .chain(found -> excerpts.of(found, finding))
                        .chain(shown -> {
                            List<Result> results = new ArrayList<>(before);
                            results.addAll(shown);
                            return candidates.size() < AT_A_TIME || results.size() > MOST
                                    ? Uni.createFrom().item(results)
                                    : round(finding, wanted, place(candidates), results, rounds - 1);
                        }));
    }

    private Uni<List<Found>> confirmed(Finding finding, List<ListedAsset> candidates, List<Wanted> wanted) {
        if (candidates.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        List<UUID> ids = candidates.stream().map(listed -> listed.asset().id()).toList();
        return matches.of(ids, wanted).chain(byAsset -> {
            List<Found> found = candidates.stream()
                    .map(listed -> new Found(
                            listed,
                            Set.of(),
                            byAsset.getOrDefault(listed.asset().id(), List.of())))
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

    private static SearchPage page(Finding finding, List<Result> found) {
        List<Result> counted = found.subList(0, Math.min(MOST, found.size()));
        List<Result> shown =
                counted.subList(0, Math.min(finding.request().page().limit(), counted.size()));
        String next =
                shown.size() < found.size() ? finding.request().page().next(place(shown.get(shown.size() - 1))) : null;
        return new SearchPage(shown, counted.size(), found.size() > MOST, SearchPage.Facets.of(counted), next, null);
    }

    private static Cursor place(List<ListedAsset> candidates) {
        StoredAsset last = candidates.get(candidates.size() - 1).asset();
        return new Cursor(last.registered(), last.id());
    }

    private static Cursor place(Result last) {
        return new Cursor(last.registered(), last.id());
    }
}
