package org.entente.catalog.discovery;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.catalog.asset.KnownLabels;
import org.entente.catalog.asset.Matches;
import org.entente.catalog.asset.Matches.Match;
import org.entente.catalog.asset.StoredAsset;
import org.entente.catalog.asset.StoredAsset.Mark;
import org.entente.catalog.asset.StoredAssets;
import org.entente.catalog.content.DataKey;
import org.entente.catalog.content.IntegrityAlarm;
import org.entente.catalog.content.IntegrityException;
import org.entente.catalog.content.InternedLabel;
import org.entente.catalog.content.KeyProvider;
import org.entente.catalog.content.OffEventLoop;
import org.entente.catalog.content.Place;
import org.entente.catalog.discovery.Finding.Found;
import org.entente.catalog.discovery.SearchPage.Result;
import org.entente.catalog.marking.MarkingPolicyStore;
import org.entente.catalog.masking.Serving;
import org.entente.catalog.masking.Servings;
import org.entente.catalog.search.Postings;
import org.entente.catalog.search.Snippet;
import org.jspecify.annotations.Nullable;

/**
 * Opens the portions that were found, and no others, and takes from them what surrounds the words. What does not have them,
 * whatever the index says, is left out.
 */
@ApplicationScoped
class Excerpts {
    private final Matches matches;
    private final StoredAssets assets;
    private final Servings servings;
    private final MarkingPolicyStore policies;
    private final KeyProvider keys;
    private final IntegrityAlarm alarm;
    private final ObjectMapper json;

    Excerpts(
            Matches matches,
            StoredAssets assets,
            Servings servings,
            MarkingPolicyStore policies,
            KeyProvider keys,
            IntegrityAlarm alarm,
            ObjectMapper json) {
        this.matches = matches;
        this.assets = assets;
        this.servings = servings;
        this.policies = policies;
        this.keys = keys;
        this.alarm = alarm;
        this.json = json;
    }

    /** In order; empty where something is not what was stored. */
    Uni<List<Optional<Result>>> of(List<Found> found, Finding finding) {
        return Multi.createFrom()
                .iterable(found)
                .onItem()
                .transformToUniAndConcatenate(
                        each -> alarm.sift(each.listed().asset().id(), result(each, finding))
                                .map(result -> result.flatMap(shown -> shown)))
                .collect()
                .asList();
    }

    private Uni<Optional<Result>> result(Found found, Finding finding) {
        StoredAsset asset = found.listed().asset();
        Map<Integer, Match> byWord = found.byWord();
        List<Integer> numbers =
                byWord.values().stream().map(Match::seq).distinct().toList();
        return masks(asset, finding.partner()).chain(masks -> matches.marks(asset, numbers)
                .chain(marks -> assets.contents(asset, List.copyOf(marks.values()))
                        .chain(contents -> OffEventLoop.run(() ->
                                result(new Opened(asset, marks, contents, finding.known(), masks), found, finding)))));
    }

    private Uni<BehindMasks> masks(StoredAsset asset, @Nullable String partner) {
        Uni<Optional<Serving>> serving = partner == null
                ? Uni.createFrom().item(Optional.empty())
                : servings.to(partner, asset.registered()).map(Optional::of);
        return serving.chain(
                masks -> policies.labels().map(vocabulary -> new BehindMasks(masks.orElse(null), vocabulary, json)));
    }

    /** What is at hand of an asset. */
    private record Opened(
            StoredAsset asset,
            Map<Integer, Mark> marks,
            Map<Integer, byte[]> contents,
            KnownLabels known,
            BehindMasks masks) {}

    private Optional<Result> result(Opened opened, Found found, Finding finding) throws IOException {
        StoredAsset asset = opened.asset();
        DataKey key = asset.key(keys);
        List<String> snippets = new ArrayList<>();
        for (Map.Entry<Integer, Match> word : found.byWord().entrySet()) {
            List<String> texts = texts(opened, word.getValue(), key);
            Optional<String> snippet =
                    Snippet.of(texts, finding.request().words().get(word.getKey()));
            if (snippet.isEmpty()) {
                return Optional.empty();
            }
            if (!snippets.contains(snippet.get())) {
                snippets.add(snippet.get());
            }
        }
        String title = found.isTitled() ? asset.title(key) : null;
        return Optional.of(new Result(
                asset.id(), title, asset.originator(), asset.version(), asset.form(), asset.registered(), snippets));
    }

    private List<String> texts(Opened opened, Match match, DataKey key) throws IOException {
        StoredAsset asset = opened.asset();
        String label = match.wanted().label();
        if (match.seq() == Postings.TITLE) {
            requireSame(asset.sealed().label().requireIntact().id(), label);
            return List.of(asset.title(key));
        }
        Mark mark = opened.marks().get(match.seq());
        byte[] sealed = opened.contents().get(match.seq());
        if (mark == null || sealed == null) {
            throw new IntegrityException("portion " + match.seq());
        }
        requireSame(mark.label(), label);
        InternedLabel known = known(opened.known(), label);
        Place place = Place.portion(asset.id(), asset.version(), mark.id(), known.canonical());
        return opened.masks().texts(asset, mark, known, json.readTree(key.open(place, sealed)));
    }

    /** An index that points elsewhere must not show what is there. */
    private static void requireSame(String label, String indexed) {
        if (!label.equals(indexed)) {
            throw new IntegrityException("search");
        }
    }

    private static InternedLabel known(KnownLabels known, String label) {
        Integer number = known.number(label);
        if (number == null) {
            throw new IntegrityException("label " + label);
        }
        return known.labels().get(number);
    }
}
