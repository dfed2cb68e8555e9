package org.entente.catalog.discovery;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.entente.catalog.asset.StoredAsset.Mark;
import org.entente.catalog.content.OffEventLoop;
import org.entente.catalog.discovery.Finding.Found;
import org.entente.catalog.discovery.Viewed.Shown;
import org.entente.catalog.holding.Extract;
import org.entente.catalog.holding.Holdings;
import org.entente.catalog.search.Snippet;
import org.entente.catalog.search.Texts;
import org.entente.catalog.view.Obligations;
import org.entente.catalog.view.Opened;
import org.entente.http.Problem;

/**
 * All that an asset would say if it were served: what the first portion with a word does not show, another may. An asset of very
 * many portions is not opened for that; what it does not show at once is not found.
 */
@ApplicationScoped
class ServedTexts {
    private static final int MOST_PORTIONS = 2_000;
    private static final int SERVER_ERROR = 500;

    private final Holdings holdings;

    ServedTexts(Holdings holdings) {
        this.holdings = holdings;
    }

    /** Snippets by the numbers of words: those that are certain, and those of other words that are found in what is served. */
    Uni<Map<Integer, String>> of(Found found, Finding finding, Map<Integer, String> certain) {
        if (found.listed().asset().portions() > MOST_PORTIONS) {
            return Uni.createFrom().item(certain);
        }
        return holdings.find(found.listed().asset().id())
                .chain(held -> shown(found, finding, held))
                .chain(shown -> shown.map(some -> holdings.open(some.opened(), some.obligations(), partner(finding))
                                .chain(extract -> OffEventLoop.run(() -> completed(extract, found, finding, certain))))
                        .orElseGet(() -> Uni.createFrom().item(certain)))
                .onFailure(ServedTexts::isNotWhatWasStored)
                .recoverWithItem(certain);
    }

    /** The alarm was raised when that was seen; one asset that was tampered with does not hide all others. */
    private static boolean isNotWhatWasStored(Throwable fault) {
        return fault instanceof Problem problem && problem.status() == SERVER_ERROR;
    }

    private static String partner(Finding finding) {
        return Objects.requireNonNull(finding.partner());
    }

    /** What changed since it was found is not opened. */
    private static Uni<Optional<Shown>> shown(Found found, Finding finding, org.entente.catalog.view.Found held) {
        if (held.asset().isEmpty()
                || held.asset().get().version() != found.listed().asset().version()) {
            return Uni.createFrom().item(Optional.empty());
        }
        if (found.isSanitised()) {
            return finding.shown().apply(held);
        }
        List<String> portions = held.marks().stream()
                .filter(mark -> found.allowed().contains(mark.label()))
                .map(Mark::id)
                .toList();
        Opened opened = held.open(held.asset().get(), portions, null, Obligations.NONE);
        return Uni.createFrom().item(Optional.of(new Shown(opened.withoutAttachments(), Obligations.NONE, "")));
    }

    private static Map<Integer, String> completed(
            Extract extract, Found found, Finding finding, Map<Integer, String> certain) {
        List<String> texts = texts(extract);
        Map<Integer, String> snippets = new HashMap<>(certain);
        found.byWord().keySet().stream()
                .filter(number -> !certain.containsKey(number))
                .forEach(number -> Snippet.of(texts, finding.request().words().get(number))
                        .ifPresent(snippet -> snippets.put(number, snippet)));
        return snippets;
    }

    private static List<String> texts(Extract extract) {
        List<String> texts = new ArrayList<>();
        if (extract instanceof Extract.Objects objects) {
            objects.objects().forEach(object -> texts.addAll(Texts.of(object)));
        } else if (extract instanceof Extract.Text text) {
            text.paragraphs().forEach(paragraph -> texts.add(paragraph.markdown()));
        }
        return texts;
    }
}
