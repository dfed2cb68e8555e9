package org.entente.catalog.discovery;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.entente.catalog.asset.KnownLabels;
import org.entente.catalog.asset.LabelSet;
import org.entente.catalog.asset.ListedAsset;
import org.entente.catalog.asset.Matches.Match;
import org.entente.catalog.asset.Matches.Wanted;
import org.entente.catalog.content.InternedLabel;
import org.entente.catalog.discovery.Viewed.Shown;
import org.entente.catalog.search.Postings;
import org.entente.catalog.search.SearchKey;
import org.jspecify.annotations.Nullable;

/**
 * What a reader looks for, and where.
 *
 * @param partner for whose reader; absent for the home side
 * @param labels under which it is looked for everywhere
 * @param named under which labels it is looked for besides in single assets
 * @param allowed of assets with their matches, under which labels each may be seen after all; in order
 * @param shown of what is held of an asset what would be shown, a tearline in place of what would not
 */
record Finding(
        SearchRequest request,
        @Nullable String partner,
        KnownLabels known,
        Set<String> labels,
        Map<UUID, Set<String>> named,
        Function<List<Found>, Uni<List<Set<String>>>> allowed,
        Function<org.entente.catalog.view.Found, Uni<Optional<Shown>>> shown) {

    /**
     * An asset that seems to have the words.
     *
     * @param allowed the labels of the asset under which the reader may see it
     * @param matches a portion for each word under each label
     */
    record Found(ListedAsset listed, Set<String> allowed, List<Match> matches) {

        /** What is left under these labels. */
        Found under(Set<String> labels) {
            return new Found(
                    listed,
                    labels,
                    matches.stream()
                            .filter(match -> labels.contains(match.wanted().label()))
                            .toList());
        }

        /** Whether the reader may see its title. */
        boolean isTitled() {
            return allowed.contains(listed.asset().sealed().label().id());
        }

        /** Whether a tearline has one of the words, so that it matters what of it would be shown. */
        boolean isSanitised() {
            return matches.stream().anyMatch(match -> match.seq() == Postings.TEARLINE);
        }

        boolean has(int words) {
            return matches.stream()
                            .map(match -> match.wanted().word())
                            .distinct()
                            .count()
                    == words;
        }

        /** For each word the first portion that has it. */
        Map<Integer, Match> byWord() {
            return matches.stream()
                    .collect(Collectors.toMap(
                            match -> match.wanted().word(),
                            Function.identity(),
                            (one, other) -> one.seq() <= other.seq() ? one : other));
        }

        /** The labels of the asset that decide on it: all that come into question, since what is shown depends on what else is. */
        List<InternedLabel> labels(KnownLabels known, Set<String> general) {
            Set<String> ids =
                    matches.stream().map(match -> match.wanted().label()).collect(Collectors.toSet());
            ids.add(listed.asset().sealed().label().id());
            LabelSet set = known.set(listed.labelSet());
            if (set != null) {
                set.labels().stream()
                        .mapToObj(known.labels()::get)
                        .map(InternedLabel::id)
                        .filter(general::contains)
                        .forEach(ids::add);
            }
            return known.labels().stream()
                    .filter(label -> ids.contains(label.id()))
                    .toList();
        }
    }

    /** Every word under every label; under those of single assets alone in these, so that no other asset weighs. */
    List<Wanted> wanted(SearchKey key) {
        Set<String> others = new HashSet<>();
        named.values().forEach(others::addAll);
        others.removeAll(labels);
        List<Wanted> wanted = new ArrayList<>();
        for (int word = 0; word < request.words().size(); word++) {
            String text = request.words().get(word);
            for (String label : labels) {
                wanted.add(new Wanted(key.token(label, text), word, label, true));
            }
            for (String label : others) {
                wanted.add(new Wanted(key.token(label, text), word, label, false));
            }
        }
        return wanted;
    }
}
