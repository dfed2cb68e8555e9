package org.entente.catalog.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.entente.catalog.asset.Form;
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
import org.entente.catalog.masking.Servings;
import org.entente.catalog.search.Postings;
import org.entente.catalog.search.Snippet;
import org.jspecify.annotations.Nullable;

/**
 * Opens the portions that were found and takes from them, as they would be served, what surrounds the words. An asset that does
 * not show all of the words so, whatever the index says, is not found.
 */
@ApplicationScoped
class Excerpts {
    private final Matches matches;
    private final StoredAssets assets;
    private final Servings servings;
    private final ServedTexts served;
    private final MarkingPolicyStore policies;
    private final KeyProvider keys;
    private final IntegrityAlarm alarm;
    private final ObjectMapper json;

    Excerpts(
            Matches matches,
            StoredAssets assets,
            Servings servings,
            ServedTexts served,
            MarkingPolicyStore policies,
            KeyProvider keys,
            IntegrityAlarm alarm,
            ObjectMapper json) {
        this.matches = matches;
        this.assets = assets;
        this.servings = servings;
        this.served = served;
        this.policies = policies;
        this.keys = keys;
        this.alarm = alarm;
        this.json = json;
    }

    /** In order; without what is not what was stored. */
    Uni<List<Result>> of(List<Found> found, Finding finding) {
        if (found.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return masks(finding.partner()).chain(masks -> Multi.createFrom()
                .iterable(found)
                .onItem()
                .transformToUniAndConcatenate(each -> result(each, finding, masks))
                .select()
                .where(Optional::isPresent)
                .map(Optional::get)
                .collect()
                .asList());
    }

    /** What is at hand of an asset. */
    private record Opened(Found found, Finding finding, Map<Integer, Mark> marks, Map<Integer, byte[]> contents) {
        StoredAsset asset() {
            return found.listed().asset();
        }
    }

    /** The masks of an asset; none for the home side, which sees its own as it is. */
    private Uni<Function<StoredAsset, Optional<BehindMasks>>> masks(@Nullable String partner) {
        return partner == null
                ? Uni.createFrom().item(asset -> Optional.empty())
                : servings.to(partner).chain(serving -> policies.labels()
                        .map(vocabulary -> asset -> Optional.of(
                                new BehindMasks(asset, serving.apply(asset.registered()), vocabulary, json))));
    }

    private Uni<Optional<Result>> result(
            Found found, Finding finding, Function<StoredAsset, Optional<BehindMasks>> masks) {
        StoredAsset asset = found.listed().asset();
        List<Integer> numbers =
                found.byWord().values().stream().map(Match::seq).distinct().toList();
        Uni<Optional<Result>> result = matches.marks(asset, numbers)
                .chain(marks -> assets.contents(asset, List.copyOf(marks.values()))
                        .map(contents -> new Opened(found, finding, marks, contents)))
                .chain(opened -> shown(opened, masks.apply(asset)))
                .chain(snippets -> snippets.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : OffEventLoop.run(() -> Optional.of(result(found, snippets))));
        return alarm.sift(asset.id(), result).map(some -> some.flatMap(shown -> shown));
    }

    /** The snippets, in the order of the words; none if not all words are shown. */
    private Uni<List<String>> shown(Opened opened, Optional<BehindMasks> masks) {
        return OffEventLoop.run(() -> evidence(opened, masks))
                .chain(evidence -> {
                    Set<String> others = new HashSet<>();
                    evidence.values().forEach(each -> others.addAll(each.dependsOn()));
                    return matches.objects(opened.asset(), masks.isEmpty() ? Set.of() : others)
                            .map(labels -> snippets(opened, evidence, sure(opened, masks, labels)))
                            .chain(certain -> certain.size() == evidence.size() || masks.isEmpty()
                                    ? Uni.createFrom().item(certain)
                                    : served.of(opened.found(), opened.finding(), certain));
                })
                .map(byWord -> byWord.size() < opened.found().byWord().size()
                        ? List.of()
                        : byWord.values().stream().distinct().toList());
    }

    private Map<Integer, Evidence> evidence(Opened opened, Optional<BehindMasks> masks) throws IOException {
        DataKey key = opened.asset().key(keys);
        Map<Integer, Evidence> evidence = new HashMap<>();
        for (Map.Entry<Integer, Match> word : opened.found().byWord().entrySet()) {
            evidence.put(word.getKey(), evidence(opened, word.getValue(), key, masks));
        }
        return evidence;
    }

    private Evidence evidence(Opened opened, Match match, DataKey key, Optional<BehindMasks> masks) throws IOException {
        StoredAsset asset = opened.asset();
        String label = match.wanted().label();
        if (match.seq() == Postings.TEARLINE) { // what of it is shown depends on all the rest
            return new Evidence(new Mark(match.seq(), "", label), true, Optional.empty());
        }
        if (match.seq() == Postings.TITLE) {
            requireSame(asset.sealed().label().requireIntact().id(), label);
            return new Evidence(new Mark(match.seq(), "", label), true, Optional.of(new TextNode(asset.title(key))));
        }
        Mark mark = opened.marks().get(match.seq());
        byte[] sealed = opened.contents().get(match.seq());
        if (mark == null || sealed == null) {
            throw new IntegrityException("portion " + match.seq());
        }
        requireSame(mark.label(), label);
        InternedLabel known = known(opened.finding().known(), label);
        Place place = Place.portion(asset.id(), asset.version(), mark.id(), known.canonical());
        JsonNode content = json.readTree(key.open(place, sealed));
        boolean isAlone = masks.isEmpty() || mark.isAttachment() || asset.form() == Form.DOCUMENT;
        return new Evidence(
                mark,
                isAlone,
                masks.isEmpty() ? Optional.of(content) : masks.get().content(mark, known, content));
    }

    /** An object that the reader may see is sure to be shown, unless it might be masked or is itself about others. */
    private static Predicate<String> sure(Opened opened, Optional<BehindMasks> masks, Map<String, String> labels) {
        return id -> {
            String label = labels.get(id);
            return label != null
                    && opened.found().allowed().contains(label)
                    && !id.matches("(relationship|sighting|language-content)--.*")
                    && !masks.orElseThrow().mightMask(id, known(opened.finding().known(), label));
        };
    }

    private static Map<Integer, String> snippets(
            Opened opened, Map<Integer, Evidence> evidence, Predicate<String> isSure) {
        Map<Integer, String> snippets = new HashMap<>();
        evidence.forEach((number, each) -> Snippet.of(
                        each.texts(isSure), opened.finding().request().words().get(number))
                .ifPresent(snippet -> snippets.put(number, snippet)));
        return snippets;
    }

    private Result result(Found found, List<String> snippets) {
        StoredAsset asset = found.listed().asset();
        String title = found.isTitled() ? asset.title(asset.key(keys)) : null;
        return new Result(
                asset.id(), title, asset.originator(), asset.version(), asset.form(), asset.registered(), snippets);
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
