package org.entente.catalog.discovery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.entente.catalog.access.Asking;
import org.entente.catalog.access.Marked;
import org.entente.catalog.asset.LabelSets;
import org.entente.catalog.content.Digests;
import org.entente.catalog.content.InternedLabel;
import org.entente.catalog.discovery.Disclosures.Draft;
import org.entente.catalog.discovery.Disclosures.Sight;
import org.entente.catalog.discovery.Finding.Found;
import org.entente.catalog.discovery.Viewable.Decided;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.outbox.Outbox;

/** Searches of two kinds of readers; what either was shown is on record first. */
@ApplicationScoped
class Searches {
    private final Search search;
    private final Viewable viewable;
    private final Viewed viewed;
    private final Disclosures disclosures;
    private final LabelSets labels;
    private final Pool pool;
    private final Outbox outbox;
    private final ObjectMapper json;

    Searches(
            Search search,
            Viewable viewable,
            Viewed viewed,
            Disclosures disclosures,
            LabelSets labels,
            Pool pool,
            Outbox outbox,
            ObjectMapper json) {
        this.search = search;
        this.viewable = viewable;
        this.viewed = viewed;
        this.disclosures = disclosures;
        this.labels = labels;
        this.pool = pool;
        this.outbox = outbox;
        this.json = json;
    }

    /** The originator's own search, in everything. */
    Uni<byte[]> own(SearchRequest request, String actor, String purpose) {
        return labels.known().chain(known -> {
            Set<String> all = known.labels().stream().map(InternedLabel::id).collect(Collectors.toSet());
            Finding finding = new Finding(
                    request,
                    null,
                    known,
                    all,
                    Map.of(),
                    found -> Uni.createFrom()
                            .item(found.stream().map(each -> all).toList()),
                    held -> Uni.createFrom().item(Optional.empty()));
            return search.find(finding).map(this::bytes).call(answer -> record(answer, actor, purpose));
        });
    }

    /** A partner's search: in what it may discover and, by the same policy, see. */
    Uni<byte[]> decided(SearchRequest request, Asking asking) {
        return disclosures.show(asking, sight -> viewable.inGeneral(asking, sight)
                .chain(general -> draft(request, asking, sight, general)));
    }

    private Uni<Draft> draft(SearchRequest request, Asking asking, Sight sight, Decided general) {
        List<String> decisions = new ArrayList<>(general.decisions());
        String partner = asking.subject().properties().partner();
        Set<String> labels = general.labels().get(0);
        Finding finding = new Finding(
                request,
                partner,
                sight.known(),
                labels,
                sight.named().admitted(),
                found -> viewable.decided(
                                asking,
                                found.stream()
                                        .map(each -> marked(each, sight, labels))
                                        .toList())
                        .invoke(decided -> decisions.addAll(decided.decisions()))
                        .map(decided -> discovered(found, decided.labels(), sight)),
                held -> viewed.decide(asking, held)
                        .invoke(shown -> shown.ifPresent(some -> decisions.add(some.decision()))));
        return search.find(finding)
                .map(page -> new Draft("search", page.results().size(), page::recorded, List.copyOf(decisions)));
    }

    /** Of an asset that a grant names, what was decided about it counts in place of what holds in general. */
    private Marked marked(Found found, Sight sight, Set<String> general) {
        UUID asset = found.listed().asset().id();
        Set<String> own = sight.named().admitted().get(asset);
        return viewable.marked(
                asset.toString(),
                found.listed().asset().originator(),
                found.labels(sight.known(), own == null ? general : own));
    }

    /** Seen under a label is only what is discovered under it. */
    private static List<Set<String>> discovered(List<Found> found, List<Set<String>> seen, Sight sight) {
        List<Set<String>> both = new ArrayList<>();
        for (int index = 0; index < found.size(); index++) {
            UUID asset = found.get(index).listed().asset().id();
            both.add(seen.get(index).stream()
                    .filter(label -> sight.admits(asset, label))
                    .collect(Collectors.toSet()));
        }
        return both;
    }

    private Uni<Void> record(byte[] answer, String actor, String purpose) {
        Event event = Event.of(
                EventTypes.SEARCH_SHOWN,
                UUID.randomUUID().toString(),
                null,
                actor,
                json.createObjectNode().put("purpose", purpose).put("sha256", Digests.sha256(answer)));
        return pool.withTransaction(transaction -> outbox.append(transaction, List.of(event)));
    }

    private byte[] bytes(SearchPage page) {
        try {
            return json.writeValueAsBytes(page);
        } catch (JsonProcessingException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
